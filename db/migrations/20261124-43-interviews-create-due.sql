-- What waits in the conversation about work: for guides and panels by their own files and seats, for the planner by file number.
create view interviews.due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id,
    case state when 'agreed' then 'result-to-tell' when 'stopped' then 'interview-stopped' when 'accepted' then 'interview-to-rearrange' else 'interview-to-offer' end as kind,
    case_id as subject_id, coalesce(case when state = 'agreed' then tell_by when state = 'accepted' then held_on end, (since at time zone 'Asia/Tehran')::date) as due_on,
    null::text as duty
  from interviews.interview
  where current_setting('kariz.role', true) = 'GD'
    and (state in ('proposed', 'invited', 'agreed', 'stopped') or (state = 'accepted' and held_on < nullif(current_setting('kariz.today', true), '')::date))
  union all
  select seat.plan_id, seat.county_code, null, seat.account_id,
    case when interview.state = 'scored' then 'interview-to-agree' when seat.chair is null then 'sample-to-read' else 'interview-to-hold' end,
    seat.interview_id, seat.held_on, null
  from interviews.seat seat join interviews.interview interview on interview.plan_id = seat.plan_id and interview.id = seat.interview_id
  where current_setting('kariz.role', true) in ('IN', 'AG') and seat.ended_at is null
    and ((interview.state in ('accepted', 'held') and seat.finished_at is null) or (interview.state = 'scored' and seat.chair = 1));
create view interviews.office_due with (security_invoker = true) as
  select file.plan_id, file.county_code, null::uuid as organisation_id, null::uuid as account_id, 'interview-to-plan' as kind, file.id as subject_id,
    (file.since at time zone 'Asia/Tehran')::date as due_on, null::text as duty
  from enrolment."case" file
  where file.position = 'place-granted' and file.deadline_on is null
    and not exists (select from interviews.interview interview where interview.plan_id = file.plan_id and interview.case_id = file.id and interview.state <> 'to-plan')
  union all
  select plan_id, county_code, null, null, 'interview-to-plan', case_id, (since at time zone 'Asia/Tehran')::date, null
  from interviews.interview where state = 'to-plan' and round = 2;
