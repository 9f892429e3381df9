-- Files that were joined (decision 0013): the conversation of the joined one is set aside with what it was, so that parting the files takes it up again.
alter table interviews.interview add column set_aside_state text;
alter table interviews.interview add column set_aside_slot_id uuid;
alter table interviews.interview add column set_aside_bodies text;
alter table interviews.interview add constraint interview_set_aside check (
  (set_aside_state is null and set_aside_slot_id is null and set_aside_bodies is null)
  or (state = 'cancelled' and set_aside_bodies is not null and set_aside_state in ('to-plan', 'proposed', 'invited', 'accepted', 'declined', 'stopped')));
-- Nobody plans for a woman whose road stands still, or for a file that goes on in another.
create or replace view interviews.office_due with (security_invoker = true) as
  select file.plan_id, file.county_code, null::uuid as organisation_id, null::uuid as account_id, 'interview-to-plan' as kind, file.id as subject_id,
    (file.since at time zone 'Asia/Tehran')::date as due_on, null::text as duty
  from enrolment."case" file
  where file.position = 'place-granted' and file.deadline_on is null and file.joined_to is null
    and not exists (select from interviews.interview interview where interview.plan_id = file.plan_id and interview.case_id = file.id and interview.state not in ('to-plan', 'cancelled'))
  union all
  select interview.plan_id, interview.county_code, null, null, 'interview-to-plan', interview.case_id, (interview.since at time zone 'Asia/Tehran')::date, null
  from interviews.interview interview join enrolment."case" file on file.plan_id = interview.plan_id and file.id = interview.case_id
  where interview.state = 'to-plan' and interview.round = 2 and file.position not in ('on-hold', 'protected', 'transferred') and file.joined_to is null;
