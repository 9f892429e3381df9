-- Decisions keep the tier they gave; whole lists let a body's silence speak; places before others need two; second readings are sealed.
alter table enrolment.support_period drop column until;
-- A list a body calls whole: everyone it carries or has in its queue in these counties. Absence from it is an answer.
create table enrolment.support_list (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  counties text[] not null,
  row_count integer not null,
  told_at timestamptz not null,
  account_id uuid not null,
  constraint support_list_pkey primary key (plan_id, id)
);
create index support_list_newest on enrolment.support_list (plan_id, organisation_id, told_at desc);
-- What registration does not ask and a rule may need.
create table enrolment.told_fact (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  fact text not null,
  value text not null,
  source text not null,
  told_at timestamptz not null,
  account_id uuid not null,
  constraint told_fact_pkey primary key (plan_id, id),
  constraint told_fact_fact check (fact in ('insured')),
  constraint told_fact_source check (source in ('her-word', 'document'))
);
create index told_fact_case on enrolment.told_fact (plan_id, case_id, fact, told_at desc);
alter table enrolment.decision add column tier integer;
alter table enrolment.decision add column tier_set text;
alter table enrolment.decision add column tier_grounds text[] not null default '{}';
alter table enrolment.decision add column counts_apart boolean not null default false;
alter table enrolment.referral_place add column title_en text;
alter table enrolment.referral_place add constraint referral_place_dates check (valid_to is null or valid_to >= valid_from);
-- Districts an official letter names deprived.
create table enrolment.deprived_area (
  plan_id uuid not null,
  id uuid not null,
  division_code text not null,
  valid_from date not null,
  valid_to date,
  letter_number text not null,
  letter_date date not null,
  constraint deprived_area_pkey primary key (plan_id, id),
  constraint deprived_area_once unique (plan_id, division_code, valid_from),
  constraint deprived_area_dates check (valid_to is null or valid_to >= valid_from)
);
-- Reasons of a second reading are about one woman: sealed with her key.
alter table enrolment.appeal add column plea text not null default 'ask-again';
alter table enrolment.appeal add column sealed_reasons bytea;
alter table enrolment.appeal drop column reasons;
create index appeal_body on enrolment.appeal (plan_id, organisation_id, answer_due_on, id);
create table enrolment.out_of_turn (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  reason text not null,
  letter_number text not null,
  letter_date date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint out_of_turn_pkey primary key (plan_id, id),
  constraint out_of_turn_state check (state in ('proposed', 'granted', 'refused')),
  constraint out_of_turn_second_person check (settled_by is null or settled_by <> proposed_by)
);
create unique index out_of_turn_once on enrolment.out_of_turn (plan_id, case_id) where state = 'proposed';
-- Decisions in numbers, kept in the same transaction; lists and public figures never count rows.
create table enrolment.decision_count (
  plan_id uuid not null,
  county_code text not null,
  kind text not null,
  n integer not null,
  constraint decision_count_pkey primary key (plan_id, county_code, kind),
  constraint decision_count_never_negative check (n >= 0)
);
-- A place not yet used: falls free when she leaves before the work has begun, from wherever she then stands.
alter table enrolment."case" add column holds_place boolean not null default false;
create index case_in_line on enrolment."case" (plan_id, county_code, tier, registered_on, file_number) where position = 'queued';
drop index enrolment.case_queue;
create index case_undecided on enrolment."case" (plan_id, registered_on, id) where position = 'registered';
alter table enrolment.told_fact add constraint told_fact_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.out_of_turn add constraint out_of_turn_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.deprived_area add constraint deprived_area_division_fkey foreign key (division_code) references territory.division (code) on delete restrict;
