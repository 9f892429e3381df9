-- One table per group of fields, so that a share, a consent and a grant can name a group. Every group is keyed by the person it belongs to.
create schema people;
create table people.person (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  wrapped_key bytea,
  key_destroyed_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint person_pkey primary key (plan_id, id),
  constraint person_is_her_own check (person_id = id)
);
-- identity: name, national ID and birth
create table people.identity (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  given_name text not null,
  family_name text not null,
  father_name text,
  sealed_national_id bytea,
  national_id_index bytea,
  no_national_id_reason text,
  born_on date,
  born_precision text,
  constraint identity_born_precision check (born_precision in ('day', 'month', 'year')),
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint identity_pkey primary key (plan_id, person_id)
);
-- contact: which number, whose phone, when, message or not
create table people.contact (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  sealed_phone bytea,
  phone_index bytea,
  whose_phone text,
  call_from integer,
  call_to integer,
  may_message boolean not null default false,
  constraint contact_whose_phone check (whose_phone in ('own', 'relative', 'neighbour', 'shared')),
  constraint contact_hours check (call_from is null or (call_from between 0 and 23 and call_to between 1 and 24 and call_from < call_to)),
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint contact_pkey primary key (plan_id, person_id)
);
-- address: where she lives
create table people.address (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  district_code text,
  settlement text,
  sealed_address bytea,
  sealed_postal_code bytea,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint address_pkey primary key (plan_id, person_id)
);
-- household: who lives with her, and the hours care takes
create table people.household (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  size integer not null,
  dependants integer not null,
  dependants_under_seven integer not null,
  has_disability boolean not null,
  care_hours integer,
  constraint household_counts check (size >= 1 and dependants >= 0 and dependants_under_seven >= 0 and dependants <= size),
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint household_pkey primary key (plan_id, person_id)
);
-- skill: education, reading and the craft she names
create table people.skill (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  education text,
  reads text,
  known_field_code text,
  place_to_work text,
  phone_kind text,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint skill_pkey primary key (plan_id, person_id)
);
-- income: income and debt
create table people.income (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  income_source text,
  income_band text,
  has_debt boolean,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint income_pkey primary key (plan_id, person_id)
);
-- health: limits at work
create table people.health (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  sealed_limits bytea,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint health_pkey primary key (plan_id, person_id)
);
-- safety: what must stay sealed
create table people.safety (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  sealed_note bytea,
  delivery_rule text,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint safety_pkey primary key (plan_id, person_id)
);
-- ground: why she heads the household; the class stays plain for statistics, the precise ground is sealed
create table people.ground (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  ground_class text not null,
  sealed_ground bytea not null,
  document_id uuid,
  valid_from date not null,
  valid_to date,
  ended_on date,
  verified_on date,
  verified_by uuid,
  updated_at timestamptz not null,
  version integer not null default 1,
  constraint ground_pkey primary key (plan_id, id),
  constraint ground_class check (ground_class in ('widowed', 'divorced', 'husband-cannot-provide', 'never-married', 'other')),
  constraint ground_dates check (valid_to is null or valid_to >= valid_from)
);
create index ground_person on people.ground (plan_id, person_id);
-- document: a paper shown, with its encrypted copy
create table people.document (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  organisation_id uuid,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint document_pkey primary key (plan_id, id)
);
create index document_person on people.document (plan_id, person_id);
-- consent: one spoken sentence answered with yes or no
create table people.consent (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  purpose text not null,
  organisation_id uuid,
  field_group text,
  form_version integer not null,
  answer boolean not null,
  manner text not null,
  sealed_witness bytea,
  given_on date not null,
  until date,
  withdrawn_on date,
  constraint consent_pkey primary key (plan_id, id),
  constraint consent_manner check (manner in ('signature', 'fingerprint', 'code'))
);
create index consent_person on people.consent (plan_id, person_id, purpose);
-- share: which organisation may see which group of fields; ordered, so that an agency's list starts here
create table people.share (
  plan_id uuid not null,
  organisation_id uuid not null,
  field_group text not null,
  opened_at timestamptz not null,
  person_id uuid not null,
  closed_at timestamptz,
  constraint share_pkey primary key (plan_id, organisation_id, field_group, opened_at, person_id)
);
create index share_person on people.share (plan_id, person_id);
-- barred: officers who must never see her file
create table people.barred_officer (
  plan_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  reason text not null,
  asked_by uuid not null,
  confirmed_by uuid,
  since timestamptz not null,
  ended_at timestamptz,
  constraint barred_officer_pkey primary key (plan_id, person_id, account_id)
);
-- name_key: equality keys for search, never a name
create table people.name_key (
  plan_id uuid not null,
  county_code text not null,
  kind text not null,
  hash bytea not null,
  person_id uuid not null,
  constraint name_key_pkey primary key (plan_id, county_code, kind, hash, person_id)
);
create index identity_national_id on people.identity (plan_id, national_id_index) where national_id_index is not null;
create index contact_phone on people.contact (plan_id, phone_index) where phone_index is not null;
alter table people.identity add constraint identity_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.contact add constraint contact_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.address add constraint address_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.household add constraint household_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.skill add constraint skill_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.income add constraint income_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.health add constraint health_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.safety add constraint safety_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.ground add constraint ground_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.document add constraint document_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.consent add constraint consent_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.share add constraint share_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.barred_officer add constraint barred_officer_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.name_key add constraint name_key_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table people.document add constraint document_file_fkey foreign key (plan_id, file_id) references platform.file (plan_id, id) on delete restrict;
alter table people.ground add constraint ground_document_fkey foreign key (plan_id, document_id) references people.document (plan_id, id) on delete restrict;
