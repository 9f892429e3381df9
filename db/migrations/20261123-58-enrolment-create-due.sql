-- What waits, for whom and until when: the worklist of every role reads these and nothing else. Views look with the reader's eyes.
create view enrolment.due with (security_invoker = true) as
  select one.plan_id, one.county_code, null::uuid as organisation_id, carrier.account_id,
    case one.position when 'nominated' then 'contact' when 'contacted' then 'consent' when 'place-granted' then 'place-answer' else 'registration' end as kind,
    one.id as subject_id, one.id as case_id, one.person_id, one.file_number, coalesce(one.deadline_on, (one.since at time zone 'Asia/Tehran')::date + 7) as due_on
  from enrolment."case" one cross join lateral unnest(one.assigned) as carrier (account_id)
  where one.position in ('nominated', 'contacted', 'consented', 'incomplete', 'place-granted') and not one.is_erased
  union all
  select one.plan_id, one.county_code, null::uuid, null::uuid, 'decide', one.id, one.id, one.person_id, one.file_number, (one.since at time zone 'Asia/Tehran')::date + 14
  from enrolment."case" one
  where one.position = 'registered'
  union all
  select appeal.plan_id, appeal.county_code, appeal.organisation_id, null::uuid, case appeal.state when 'filed' then 'assign-appeal' else 'answer-appeal' end,
    appeal.id, appeal.case_id, appeal.person_id, null::text, appeal.answer_due_on
  from enrolment.appeal appeal
  where appeal.state in ('filed', 'assigned');

create view enrolment.enquiry_due with (security_invoker = true) as
  select enquiry.plan_id, enquiry.county_code, enquiry.organisation_id, null::uuid as account_id, 'answer-enquiry' as kind, enquiry.id as subject_id, enquiry.case_id, enquiry.person_id,
    null::text as file_number, enquiry.due_on
  from enrolment.enquiry enquiry
  where enquiry.answered_at is null;
