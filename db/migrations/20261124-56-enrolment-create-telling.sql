-- A decision counts for her from the day somebody tells her: who told it, how, and when; the days for a second reading begin there.
create table enrolment.telling (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  decision_id uuid not null,
  about text not null,
  manner text not null,
  told_by uuid not null,
  told_on date not null,
  constraint telling_pkey primary key (plan_id, id),
  constraint telling_once unique (plan_id, decision_id, about),
  constraint telling_about check (about in ('decision', 'answer')),
  constraint telling_manner check (manner in ('face-to-face', 'phone-call'))
);
create index telling_case on enrolment.telling (plan_id, case_id);
alter table enrolment.telling add constraint telling_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.telling add constraint telling_decision_fkey foreign key (plan_id, decision_id) references enrolment.decision (plan_id, id) on delete restrict;

-- A refusal nobody told her yet waits on her guide's desk, and so does the answer of a second reading.
create or replace view enrolment.due with (security_invoker = true) as
  select carried.plan_id, file.county_code, null::uuid as organisation_id, carried.account_id,
    case file.position
      when 'nominated' then 'first-contact' when 'contacted' then 'consent-talk' when 'place-granted' then 'place-to-answer'
      when 'on-hold' then 'pause-to-review' else 'registration'
    end as kind,
    file.id as subject_id, coalesce(case file.position when 'on-hold' then file.hold_until else file.deadline_on end, (file.since at time zone 'Asia/Tehran')::date) as due_on, null::text as duty
  from enrolment.carried carried join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
  where carried.ended_at is null
    and (file.position in ('nominated', 'contacted', 'consented', 'incomplete', 'on-hold') or (file.position = 'place-granted' and file.deadline_on is not null))
  union all
  select plan_id, null, organisation_id, null, 'enquiry-to-answer', id, due_on, null from enrolment.enquiry
  where answered_at is null and current_setting('kariz.role', true) = 'AG' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select plan_id, county_code, organisation_id, null, 'appeal-to-read', id, answer_due_on, 'appeal-reader' from enrolment.appeal
  where state = 'assigned' and current_setting('kariz.role', true) = 'AG' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select plan_id, county_code, null, null, 'transfer-to-accept', id, (asked_at at time zone 'Asia/Tehran')::date, 'registrar' from enrolment.county_transfer
  where state = 'asked' and current_setting('kariz.role', true) = 'GD'
    and county_code = any (string_to_array(current_setting('kariz.counties', true), ','))
  union all
  select carried.plan_id, file.county_code, null, carried.account_id, 'decision-to-tell', file.id, coalesce(appeal.answered_on, last.decided_on), null
  from enrolment.carried carried
  join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id and file.position = 'ineligible' and file.joined_to is null
  cross join lateral (
    select id, decided_on from enrolment.decision decision
    where decision.plan_id = file.plan_id and decision.case_id = file.id order by decided_at desc, id desc limit 1) last
  left join enrolment.appeal appeal on appeal.plan_id = file.plan_id and appeal.decision_id = last.id
  where carried.ended_at is null and current_setting('kariz.role', true) = 'GD' and not exists (
    select from enrolment.telling telling where telling.plan_id = file.plan_id and telling.decision_id = last.id
      and telling.about = case when appeal.answered_on is null then 'decision' else 'answer' end);
