-- A place is counted in one county, also after she moves: under the letter «follows» its unit of the quota goes with her and is counted where she
-- lives, so that neither county has a place more or less free than before.
alter table enrolment.place_count add column moved integer not null default 0;
create or replace view enrolment.office_due with (security_invoker = true) as
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
  from (select plan_id, county_code, sum(n) as n from enrolment.counter where position = 'queued' group by plan_id, county_code) counter
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
  where counter.n > 0 and allowed.places + coalesce(taken.moved, 0) > coalesce(taken.granted, 0);
