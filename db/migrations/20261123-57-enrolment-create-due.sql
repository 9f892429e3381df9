-- What waits in admission, on whose desk and since when: one view for those who carry files and for agencies, one for the office, which runs blind.
create view enrolment.due with (security_invoker = true) as
  select carried.plan_id, file.county_code, null::uuid as organisation_id, carried.account_id,
    case file.position
      when 'nominated' then 'first-contact' when 'contacted' then 'consent-talk' when 'place-granted' then 'place-to-answer' else 'registration'
    end as kind,
    file.id as subject_id, coalesce(file.deadline_on, (file.since at time zone 'Asia/Tehran')::date) as due_on, null::text as duty
  from enrolment.carried carried join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id
  where carried.ended_at is null
    and (file.position in ('nominated', 'contacted', 'consented', 'incomplete') or (file.position = 'place-granted' and file.deadline_on is not null))
  union all
  select plan_id, null, organisation_id, null, 'enquiry-to-answer', id, due_on, null from enrolment.enquiry
  where answered_at is null and current_setting('kariz.role', true) = 'AG' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select plan_id, county_code, organisation_id, null, 'appeal-to-read', id, answer_due_on, 'appeal-reader' from enrolment.appeal
  where state = 'assigned' and current_setting('kariz.role', true) = 'AG' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid;

create view enrolment.office_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, 'decision-to-make' as kind, id as subject_id,
    coalesce(registered_on, (since at time zone 'Asia/Tehran')::date) as due_on, 'decider' as duty
  from enrolment."case" where position = 'registered'
  union all
  select plan_id, county_code, null, null, 'appeal-to-assign', id, answer_due_on, null from enrolment.appeal where state = 'filed'
  union all
  select plan_id, county_code, null, null, 'appeal-answer-waiting', id, answer_due_on, null from enrolment.appeal where state = 'assigned'
  union all
  select plan_id, county_code, null, null, 'offer-waiting', id, deadline_on, null
  from enrolment."case" where position = 'place-granted' and deadline_on is not null
  union all
  select plan_id, county_code, null, null, 'out-of-turn-to-settle', id, (proposed_at at time zone 'Asia/Tehran')::date, 'second-approver'
  from enrolment.out_of_turn where state = 'proposed'
  union all
  select counter.plan_id, counter.county_code, null, null, 'place-to-offer', first.id, first.queued_on, null
  from enrolment.counter counter
  cross join lateral (
    select quota.places from plan.quota quota
    where quota.plan_id = counter.plan_id and quota.county_code = counter.county_code
      and quota.valid_from <= (now() at time zone 'Asia/Tehran')::date
      and (quota.valid_to is null or quota.valid_to >= (now() at time zone 'Asia/Tehran')::date)
    order by quota.valid_from desc limit 1) allowed
  cross join lateral (
    select file.id, file.queued_on from enrolment."case" file
    where file.plan_id = counter.plan_id and file.county_code = counter.county_code and file.position = 'queued'
    order by file.tier, file.registered_on, file.file_number limit 1) first
  left join enrolment.place_count taken on taken.plan_id = counter.plan_id and taken.county_code = counter.county_code
  where counter.position = 'queued' and counter.n > 0 and allowed.places > coalesce(taken.granted, 0);
create index appeal_open on enrolment.appeal (plan_id, state, answer_due_on) where state in ('filed', 'assigned');
create index case_offered on enrolment."case" (plan_id, county_code, deadline_on, id) where position = 'place-granted' and deadline_on is not null;
