-- Support status, decisions with every rule they rest on, the queue by tier, places by quota, and appeals read by another body.
create table enrolment.support_row (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  national_id_index bytea not null,
  status text not null,
  since date,
  told_at timestamptz not null,
  account_id uuid not null,
  constraint support_row_pkey primary key (plan_id, id)
);
create index support_row_key on enrolment.support_row (plan_id, national_id_index, organisation_id, told_at desc);
create table enrolment.support_period (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  organisation_id uuid not null,
  status text not null,
  since date,
  until date,
  source text not null,
  letter_number text,
  letter_date date,
  known_at timestamptz not null,
  constraint support_period_pkey primary key (plan_id, id),
  constraint support_period_status check (status in ('none', 'applied', 'in-queue', 'covered', 'empowerment-period', 'exited', 're-entered')),
  constraint support_period_source check (source in ('keyed-rows', 'enquiry', 'her-word'))
);
create index support_period_person on enrolment.support_period (plan_id, person_id, organisation_id, known_at desc);
create table enrolment.enquiry (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  organisation_id uuid not null,
  consent_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  letter_number text,
  letter_date date,
  version integer not null default 1,
  constraint enquiry_pkey primary key (plan_id, id)
);
create index enquiry_waiting on enrolment.enquiry (plan_id, organisation_id, due_on, id) where answered_at is null;
create unique index enquiry_once on enrolment.enquiry (plan_id, case_id, organisation_id) where answered_at is null;
create table enrolment.decision (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  outcome text not null,
  rule_set text not null,
  rules jsonb not null,
  input_hash bytea not null,
  decided_by uuid not null,
  decided_for uuid,
  decided_at timestamptz not null,
  decided_on date not null,
  constraint decision_pkey primary key (plan_id, id),
  constraint decision_outcome check (outcome in ('eligible', 'ineligible'))
);
create index decision_case on enrolment.decision (plan_id, case_id, decided_at desc);
create table enrolment.appeal (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  decision_id uuid not null,
  state text not null,
  filed_by uuid not null,
  filed_on date not null,
  answer_due_on date not null,
  organisation_id uuid,
  read_by uuid,
  reasons text,
  answered_on date,
  version integer not null default 1,
  constraint appeal_pkey primary key (plan_id, id),
  constraint appeal_once unique (plan_id, decision_id),
  constraint appeal_state check (state in ('filed', 'assigned', 'upheld', 'overturned'))
);
create table enrolment.place_count (
  plan_id uuid not null,
  county_code text not null,
  granted integer not null,
  constraint place_count_pkey primary key (plan_id, county_code),
  constraint place_count_never_negative check (granted >= 0)
);
create table enrolment.referral_place (
  plan_id uuid not null,
  id uuid not null,
  rule text not null,
  county_code text,
  title text not null,
  note text not null,
  valid_from date not null,
  valid_to date,
  constraint referral_place_pkey primary key (plan_id, id)
);
alter table enrolment.enquiry add constraint enquiry_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.decision add constraint decision_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.appeal add constraint appeal_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.appeal add constraint appeal_decision_fkey foreign key (plan_id, decision_id) references enrolment.decision (plan_id, id) on delete restrict;
alter table enrolment.enquiry add constraint enquiry_consent_fkey foreign key (plan_id, consent_id) references people.consent (plan_id, id) on delete restrict;
alter table enrolment.support_period add constraint support_period_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
