-- What waits in oversight: for the governorate as client, the executor, the agencies and the office; each sees its own lines only.
create view oversight.due with (security_invoker = true) as
  select plan_id, county_code, organisation_id, null::uuid as account_id, 'deliverable-to-answer' as kind, id as subject_id, state_since as due_on, null::text as duty
  from oversight.deliverable where state = 'submitted' and current_setting('kariz.role', true) = 'CA'
  union all
  select plan_id, county_code, organisation_id, null, 'deliverable-to-hand-in', id, due_on, null
  from oversight.deliverable
  where state in ('due', 'returned') and due_on <= nullif(current_setting('kariz.today', true), '')::date + 14 and current_setting('kariz.role', true) = 'EX'
    and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select plan_id, county_code, organisation_id, null, 'notice-to-answer', scope_id, answer_by, null
  from oversight.notice
  where answer is null and current_setting('kariz.role', true) = 'EX' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select plan_id, county_code, organisation_id, null, case state when 'submitted' then 'sheet-to-answer' else 'sheet-to-mend' end, id, state_since, null
  from oversight.monthly_sheet
  where (state = 'submitted' and current_setting('kariz.role', true) = 'CA')
    or (state = 'returned' and current_setting('kariz.role', true) = 'EX' and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid)
  union all
  select plan_id, county_code, null, null, 'minutes-to-sign', id, meets_on, null
  from oversight.meeting
  where attended_on is not null and minutes is null
    and current_setting('kariz.role', true) = case when county_code is null then 'PO' else 'CA' end
  union all
  select plan_id, county_code, organisation_id, null, case state when 'signed' then 'resolution-to-notify' else 'resolution-to-confirm' end, id, state_since, null
  from oversight.resolution
  where state in ('signed', 'reported') and superseded_by is null
    and current_setting('kariz.role', true) = case when county_code is null then 'PO' else 'CA' end
  union all
  select plan_id, county_code, organisation_id, null, case state when 'notified' then 'resolution-to-acknowledge' else 'resolution-to-report' end, id,
    case state when 'notified' then acknowledge_by else due_on end, null
  from oversight.resolution
  where state in ('notified', 'acknowledged', 'in-progress', 'returned') and superseded_by is null and current_setting('kariz.role', true) = 'AG'
    and organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid
  union all
  select idea.plan_id, idea.county_code, idea.organisation_id, null, 'idea-to-answer', idea.meeting_id, meeting.meets_on, null
  from oversight.idea idea join oversight.meeting meeting on meeting.plan_id = idea.plan_id and meeting.id = idea.meeting_id
  where idea.answer is null and current_setting('kariz.role', true) = 'AG'
    and idea.organisation_id = nullif(current_setting('kariz.organisation', true), '')::uuid;
