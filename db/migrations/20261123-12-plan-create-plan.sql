-- One plan with phases, versions, pilot counties, quotas and dated parameters: what changes by letter is a row, never code.
create schema plan;
create table plan.plan (
  plan_id uuid not null,
  id uuid not null,
  title text not null,
  owner_id uuid,
  province_code text not null,
  zone text not null,
  calendar text not null,
  started_on date not null,
  ended_on date,
  version integer not null default 1,
  constraint plan_pkey primary key (plan_id, id),
  constraint plan_is_its_own check (plan_id = id)
);
create table plan.goal (
  plan_id uuid not null,
  id uuid not null,
  place integer not null,
  sentence text not null,
  constraint goal_pkey primary key (plan_id, id)
);
create table plan.phase (
  plan_id uuid not null,
  id uuid not null,
  place integer not null,
  model_code text,
  title text not null,
  starts_on date,
  ends_on date,
  reason text,
  version integer not null default 1,
  constraint phase_pkey primary key (plan_id, id),
  constraint phase_dates check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create table plan.edition (
  plan_id uuid not null,
  id uuid not null,
  number integer not null,
  in_force_from date not null,
  letter_number text not null,
  letter_date date not null,
  what_changed text not null,
  constraint edition_pkey primary key (plan_id, id),
  constraint edition_number unique (plan_id, number)
);
create table plan.pilot_county (
  plan_id uuid not null,
  county_code text not null,
  since date not null,
  until date,
  document_title text not null,
  document_number text not null,
  document_date date not null,
  act text not null,
  constraint pilot_county_pkey primary key (plan_id, county_code, since),
  constraint pilot_county_act check (act in ('founding', 'expansion')),
  constraint pilot_county_dates check (until is null or until >= since)
);
create table plan.quota (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  places integer not null,
  valid_from date not null,
  valid_to date,
  letter_number text not null,
  letter_date date not null,
  version integer not null default 1,
  constraint quota_pkey primary key (plan_id, id),
  constraint quota_places check (places >= 0),
  constraint quota_dates check (valid_to is null or valid_to >= valid_from)
);
create index quota_county on plan.quota (plan_id, county_code, valid_from desc);
create table plan.parameter (
  plan_id uuid not null,
  id uuid not null,
  name text not null,
  county_code text,
  value jsonb not null,
  unit text not null,
  valid_from date not null,
  valid_to date,
  letter_number text not null,
  letter_date date not null,
  is_default boolean not null default false,
  version integer not null default 1,
  constraint parameter_pkey primary key (plan_id, id),
  constraint parameter_dates check (valid_to is null or valid_to >= valid_from)
);
create index parameter_name on plan.parameter (plan_id, name, valid_from desc);
alter table plan.goal add constraint goal_plan_fkey foreign key (plan_id, plan_id) references plan.plan (plan_id, id) on delete restrict;
alter table plan.phase add constraint phase_plan_fkey foreign key (plan_id, plan_id) references plan.plan (plan_id, id) on delete restrict;
alter table plan.edition add constraint edition_plan_fkey foreign key (plan_id, plan_id) references plan.plan (plan_id, id) on delete restrict;
alter table plan.quota add constraint quota_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table plan.parameter add constraint parameter_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table plan.pilot_county add constraint pilot_county_division_fkey foreign key (county_code) references territory.division (code) on delete restrict;
