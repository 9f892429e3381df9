-- At a follow-up she says whether her guide shall call. What she said lies sealed, and a desk is found without opening it: that one wish stands beside it, with its moment, and nothing else of what she said.
alter table outcomes.answer add column call_wished_at timestamptz;
create index answer_wished on outcomes.answer (plan_id, case_id) where call_wished_at is not null;

-- Her wish lies on the day of her guide until they spoke, or she says otherwise at a later follow-up; a call nobody answered is not speaking.
create or replace view outcomes.due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, account_id, 'follow-up-to-call' as kind, id as subject_id, opens_on + 7 as due_on, null::text as duty
  from outcomes.follow_up
  where current_setting('kariz.role', true) = 'IN' and state = 'given'
  union all
  select wished.plan_id, wished.county_code, null, null, 'wished-call-to-make', wished.case_id, (wished.call_wished_at at time zone 'Asia/Tehran')::date, null
  from outcomes.answer wished
  where current_setting('kariz.role', true) = 'GD' and wished.call_wished_at is not null
    and not exists (select from outcomes.answer later where later.plan_id = wished.plan_id and later.case_id = wished.case_id
      and (later.answered_on, later.follow_up_id) > (wished.answered_on, wished.follow_up_id))
    and not exists (select from pathways.contact spoken where spoken.plan_id = wished.plan_id and spoken.case_id = wished.case_id
      and spoken.standing <> 'no-answer' and spoken.written_at >= wished.call_wished_at and spoken.held_on >= wished.answered_on);
