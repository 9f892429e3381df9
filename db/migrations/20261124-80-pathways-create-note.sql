-- What her guide writes after a call or a visit: the contact as codes, one sentence for whoever guides her, and another kept between her and the one who wrote it.
create table pathways.contact (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  channel text not null,
  standing text not null,
  held_on date not null,
  written_at timestamptz not null,
  constraint contact_pkey primary key (plan_id, id),
  constraint contact_channel check (channel in ('phone', 'visit', 'centre')),
  constraint contact_standing check (standing in ('goes-well', 'needs-help', 'no-answer'))
);
create index contact_case on pathways.contact (plan_id, case_id, held_on desc);
create table pathways.note (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  sealed_text bytea not null,
  noted_on date not null,
  constraint note_pkey primary key (plan_id, id)
);
create index note_case on pathways.note (plan_id, case_id, noted_on desc);
-- confidential_note: read by its author while she carries the file, and by a successor the woman allowed (opened_to), by nobody else.
create table pathways.confidential_note (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  opened_to uuid[] not null default '{}',
  sealed_text bytea not null,
  noted_on date not null,
  constraint confidential_note_pkey primary key (plan_id, id)
);
create index confidential_note_case on pathways.confidential_note (plan_id, case_id, noted_on desc);
-- note_opening: whether she lets one guide read what an earlier one was told in confidence; her last word stands.
create table pathways.note_opening (
  plan_id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  is_open boolean not null,
  manner text not null,
  sealed_witness bytea,
  said_on date not null,
  constraint note_opening_pkey primary key (plan_id, case_id, account_id),
  constraint note_opening_manner check (manner in ('spoken', 'signature', 'fingerprint'))
);

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
  where current_setting('kariz.role', true) = 'AG' and step.state in ('planned', 'under-way')
  union all
  select held.plan_id, held.county_code, null, null, 'contact-to-hold', held.case_id, held.due_on, null
  from (
    select file.plan_id, file.county_code, file.id as case_id,
      coalesce((select max(contact.held_on) from pathways.contact contact
        where contact.plan_id = file.plan_id and contact.case_id = file.id and contact.standing <> 'no-answer'), (file.since at time zone 'Asia/Tehran')::date)
      + coalesce((
        select (parameter.value ->> case when file.position in ('interviewed', 'pathway-agreed') then 'starting'
          when file.position in ('active', 'interrupted') then 'working' else 'earning' end)::integer
        from plan.parameter parameter
        where parameter.plan_id = file.plan_id and parameter.name = 'contact-cadence' and coalesce(parameter.county_code, file.county_code) = file.county_code
          and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
        order by parameter.county_code is null, parameter.valid_from desc limit 1), 0) as due_on
    from enrolment."case" file
    where current_setting('kariz.role', true) = 'GD'
      and file.position in ('interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
  ) held
  where held.due_on <= nullif(current_setting('kariz.today', true), '')::date + 2;

-- How often her guide speaks with her, in days: at first, while the work is being set up, once she earns. A default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'contact-cadence', '{"starting": 7, "working": 14, "earning": 30}'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
