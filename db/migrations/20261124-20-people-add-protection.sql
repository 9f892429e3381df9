-- What protects her: a safe word, a sealed reason for barring an officer, papers keyed in later, codes for a consent, glass broken with a
-- reason and reviewed, and the same national ID in two files settled by the linkage unit.
alter table people.contact add column sealed_safe_word bytea;
alter table people.barred_officer drop column reason, add column sealed_reason bytea not null;
create index barred_officer_account on people.barred_officer (plan_id, account_id) where ended_at is null;
-- Coarse on purpose: the exact kind of a paper would tell the precise ground, which is sealed.
alter table people.document add constraint document_kind check (kind in ('identity', 'ground', 'residence', 'consent-form', 'registration-form', 'other'));
-- paper: a form printed under a code for one woman, filled in by hand, keyed in later
create table people.paper (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  code text not null,
  form_version integer not null,
  printed_by uuid not null,
  printed_on date not null,
  filled_on date,
  signed_by text,
  keyed_by uuid,
  keyed_at timestamptz,
  constraint paper_pkey primary key (plan_id, id),
  constraint paper_code unique (plan_id, code),
  constraint paper_kind check (kind in ('registration', 'consent')),
  constraint paper_signed_by check (signed_by in ('herself', 'fingerprint')),
  constraint paper_keyed check ((keyed_at is null) = (filled_on is null) and (keyed_at is null) = (signed_by is null))
);
create index paper_person on people.paper (plan_id, person_id);
-- consent_code: a code sent to her own phone, said back by her, good once and for a few minutes
create table people.consent_code (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  code_hash bytea not null,
  sent_at timestamptz not null,
  until timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  constraint consent_code_pkey primary key (plan_id, id)
);
create index consent_code_person on people.consent_code (plan_id, person_id, sent_at);
-- broken_glass: a file opened in danger, for three hours, by one officer, reviewed by another
create table people.broken_glass (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  reason text not null,
  sealed_note bytea not null,
  is_unsafe_to_tell boolean not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  review_due_on date not null,
  verdict text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  version integer not null default 1,
  constraint broken_glass_pkey primary key (plan_id, id),
  constraint broken_glass_reason check (reason in ('danger-to-life', 'violence', 'child-in-danger', 'missing')),
  constraint broken_glass_verdict check (verdict in ('justified', 'not-justified')),
  constraint broken_glass_second_person check (reviewed_by is null or reviewed_by <> account_id)
);
create index broken_glass_person on people.broken_glass (plan_id, person_id);
create index broken_glass_waiting on people.broken_glass (plan_id, review_due_on, id) where verdict is null;
-- same_person: what the linkage unit found about two files under one national ID
create table people.same_person (
  id uuid not null,
  plan_id uuid not null,
  first_person_id uuid not null,
  second_person_id uuid not null,
  verdict text not null,
  settled_by uuid not null,
  settled_at timestamptz not null,
  constraint same_person_pkey primary key (plan_id, id),
  constraint same_person_pair unique (plan_id, first_person_id, second_person_id),
  constraint same_person_order check (first_person_id < second_person_id),
  constraint same_person_verdict check (verdict in ('same', 'different'))
);
alter table people.paper add constraint paper_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.consent_code add constraint consent_code_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.broken_glass add constraint broken_glass_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.same_person add constraint same_person_first_fkey foreign key (plan_id, first_person_id) references people.person (plan_id, id) on delete restrict;
alter table people.same_person add constraint same_person_second_fkey foreign key (plan_id, second_person_id) references people.person (plan_id, id) on delete restrict;
