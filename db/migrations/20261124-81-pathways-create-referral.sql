-- A woman sent to an agency for one thing, with a clock on both sides, and what was done for her: dated, with who gave it and what came of it; codes alone.
create table pathways.referral (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  organisation_id uuid not null,
  kind text not null,
  capacity_id uuid,
  state text not null default 'sent',
  state_since date not null,
  answer_by date not null,
  do_by date,
  reason text,
  sent_by uuid not null,
  version integer not null default 1,
  constraint referral_pkey primary key (plan_id, id),
  constraint referral_kind check (kind in ('training', 'tools', 'workplace', 'permit', 'insurance', 'loan', 'sample', 'first-order', 'care', 'health', 'legal', 'other')),
  constraint referral_state check (state in ('sent', 'accepted', 'refused', 'done', 'revoked')),
  constraint referral_reason_given check ((state in ('refused', 'revoked')) = (reason is not null)),
  constraint referral_day_given check (state <> 'accepted' or do_by is not null)
);
create index referral_case on pathways.referral (plan_id, case_id, state_since desc);
create index referral_of_organisation on pathways.referral (plan_id, organisation_id, answer_by, id) where state in ('sent', 'accepted');
create table pathways.intervention (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  organisation_id uuid,
  capacity_id uuid,
  referral_id uuid,
  happened_on date not null,
  result text not null,
  account_id uuid not null,
  constraint intervention_pkey primary key (plan_id, id),
  constraint intervention_kind check (kind in ('training', 'tools', 'workplace', 'permit', 'insurance', 'loan', 'sample', 'first-order', 'care', 'health', 'legal', 'other')),
  constraint intervention_result check (result in ('achieved', 'partly', 'not-achieved')),
  constraint intervention_of_referral unique (plan_id, referral_id)
);
create index intervention_case on pathways.intervention (plan_id, case_id, happened_on desc);
alter table pathways.intervention add constraint intervention_referral_fkey foreign key (plan_id, referral_id) references pathways.referral (plan_id, id) on delete restrict;

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
  where held.due_on <= nullif(current_setting('kariz.today', true), '')::date + 2
  union all
  select referral.plan_id, referral.county_code, referral.organisation_id, null,
    case referral.state when 'sent' then 'referral-to-answer' else 'referral-to-do' end, referral.id,
    case referral.state when 'sent' then referral.answer_by else referral.do_by end, null
  from pathways.referral referral
  where current_setting('kariz.role', true) = 'AG' and referral.state in ('sent', 'accepted')
  union all
  -- Her guide hears of silence past its day, and for a week of a refusal, so that another way is found.
  select late.plan_id, min(late.county_code), null, null, 'referral-to-follow', late.case_id, min(late.due_on), null
  from (
    select referral.plan_id, referral.county_code, referral.case_id,
      case referral.state when 'sent' then referral.answer_by when 'accepted' then referral.do_by else referral.state_since + 2 end as due_on
    from pathways.referral referral
    where current_setting('kariz.role', true) = 'GD'
      and ((referral.state = 'sent' and referral.answer_by < nullif(current_setting('kariz.today', true), '')::date)
        or (referral.state = 'accepted' and referral.do_by < nullif(current_setting('kariz.today', true), '')::date)
        or (referral.state = 'refused' and referral.state_since + 7 >= nullif(current_setting('kariz.today', true), '')::date))
  ) late
  group by late.plan_id, late.case_id;

-- Within how many days an agency answers a referral: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'referral-answer', '10'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
