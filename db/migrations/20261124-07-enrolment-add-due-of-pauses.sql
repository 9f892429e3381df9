-- A pause has an end that somebody must look at, and a file sent to another county must be taken there: both wait on a desk.
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
    and county_code = any (string_to_array(current_setting('kariz.counties', true), ','));
