-- Changing the county in the middle of the road: the file waits until a guide of the other county takes it; the place stays hers and is counted
-- where it was granted.
create table enrolment.county_transfer (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  file_number text not null,
  from_county text not null,
  to_county text not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  accepted_by uuid,
  ended_at timestamptz,
  constraint county_transfer_pkey primary key (plan_id, id),
  constraint county_transfer_state check (state in ('asked', 'accepted', 'taken-back')),
  constraint county_transfer_elsewhere check (from_county <> to_county)
);
alter table enrolment.county_transfer add constraint county_transfer_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
create unique index county_transfer_once on enrolment.county_transfer (plan_id, case_id) where state = 'asked';
create index county_transfer_open on enrolment.county_transfer (plan_id, county_code, asked_at) where state = 'asked';
alter table enrolment."case" add column place_county text;
create index carried_case on enrolment.carried (plan_id, case_id) where ended_at is null;
