-- What waits for a second person of the office, and for the administrator: nothing of it names a woman.
create view access.due with (security_invoker = true) as
  select plan_id, null::text as county_code, null::uuid as organisation_id, null::uuid as account_id, 'assignment-to-approve' as kind, id as subject_id,
    (requested_at at time zone 'Asia/Tehran')::date as due_on, 'second-approver' as duty
  from access.assignment
  where needs_approval and approved_at is null and ended_at is null and current_setting('kariz.role', true) = 'PO'
    and nullif(current_setting('kariz.account', true), '')::uuid not in (account_id, requested_by)
  union all
  select plan_id, null, null, null, 'invitation-to-renew', id, (expires_at at time zone 'Asia/Tehran')::date, null from access.invitation
  where accepted_at is null and withdrawn_at is null and email is not null and expires_at < now() and current_setting('kariz.role', true) = 'AD'
  union all
  select plan_id, null, null, null, 'message-to-send-again', id, (due_at at time zone 'Asia/Tehran')::date, null from platform.message
  where state = 'failed' and current_setting('kariz.role', true) = 'AD';
