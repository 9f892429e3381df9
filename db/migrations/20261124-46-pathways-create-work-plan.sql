-- The plan of work a woman agrees to, and its steps with an owner and a day; an agency sees the kind and the day of its own steps under a file number, and no word more.
create table pathways.work_plan (
  plan_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  relation text,
  wishes text[] not null,
  hours_per_week smallint,
  sealed_buyer bytea,
  sealed_wish bytea,
  agreed_on date,
  agreed_manner text,
  sealed_witness bytea,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  constraint work_plan_pkey primary key (plan_id, case_id),
  constraint work_plan_kind check (kind in ('self-employment', 'home-based', 'job', 'not-work-oriented')),
  constraint work_plan_relation check ((kind = 'home-based') = (relation is not null) and (relation is null or relation in ('independent', 'supported', 'piecework'))),
  constraint work_plan_hours check (hours_per_week between 1 and 60),
  constraint work_plan_agreed_whole check ((agreed_on is null) = (agreed_manner is null)),
  constraint work_plan_manner check (agreed_manner in ('spoken', 'signature', 'fingerprint'))
);
create index work_plan_person on pathways.work_plan (plan_id, person_id);
create table pathways.step (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  kind text not null,
  sealed_what bytea,
  owner text not null,
  organisation_id uuid,
  due_on date not null,
  state text not null default 'planned',
  state_since date not null,
  version integer not null default 1,
  constraint step_pkey primary key (plan_id, id),
  constraint step_kind check (kind in ('training', 'tools', 'workplace', 'permit', 'insurance', 'loan', 'sample', 'first-order', 'care', 'health', 'legal', 'other')),
  constraint step_owner check (owner in ('her', 'guide', 'agency', 'executor')),
  constraint step_owner_named check ((owner = 'agency') = (organisation_id is not null)),
  constraint step_state check (state in ('planned', 'under-way', 'done', 'cancelled'))
);
create index step_case on pathways.step (plan_id, case_id, due_on, id);
create index step_of_organisation on pathways.step (plan_id, organisation_id, due_on, id) where state in ('planned', 'under-way');
alter table pathways.step add constraint step_work_plan_fkey foreign key (plan_id, case_id) references pathways.work_plan (plan_id, case_id) on delete restrict;

create or replace view pathways.due with (security_invoker = true) as
  select file.plan_id, file.county_code, null::uuid as organisation_id, null::uuid as account_id,
    case when exists (select from pathways.exit_showing earlier where earlier.plan_id = file.plan_id and earlier.person_id = file.person_id)
      then 'exit-table-to-show-again' else 'exit-table-to-show' end as kind,
    file.id as subject_id, greatest(in_force.show_by, (file.since at time zone 'Asia/Tehran')::date) as due_on, null::text as duty
  from enrolment."case" file
  join lateral (
    select edition.id, edition.show_by from pathways.exit_edition edition
    where edition.plan_id = file.plan_id and edition.in_force_from <= nullif(current_setting('kariz.today', true), '')::date
    order by edition.in_force_from desc, edition.number desc limit 1
  ) in_force on true
  where current_setting('kariz.role', true) = 'GD'
    and file.position in ('interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
    and not exists (select from pathways.exit_showing showing where showing.plan_id = file.plan_id and showing.person_id = file.person_id and showing.edition_id = in_force.id)
  union all
  select file.plan_id, file.county_code, null, null, 'work-plan-to-agree', file.id,
    (file.since at time zone 'Asia/Tehran')::date + coalesce((
      select (value #>> '{}')::integer from plan.parameter parameter
      where parameter.plan_id = file.plan_id and parameter.name = 'work-plan-agreeing' and coalesce(parameter.county_code, file.county_code) = file.county_code
        and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
      order by parameter.county_code is null, parameter.valid_from desc limit 1), 0), null
  from enrolment."case" file
  where current_setting('kariz.role', true) = 'GD' and file.position = 'interviewed'
  union all
  select step.plan_id, min(step.county_code), null, null, 'step-to-follow', step.case_id, min(step.due_on), null
  from pathways.step step join pathways.work_plan agreed on agreed.plan_id = step.plan_id and agreed.case_id = step.case_id and agreed.agreed_on is not null
  where current_setting('kariz.role', true) = 'GD' and step.state in ('planned', 'under-way')
  group by step.plan_id, step.case_id
  union all
  select step.plan_id, step.county_code, step.organisation_id, null, 'step-to-do', step.id, step.due_on, null
  from pathways.step step
  where current_setting('kariz.role', true) = 'AG' and step.state in ('planned', 'under-way');

-- Within how many days a plan of work is agreed: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'work-plan-agreeing', '30'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
