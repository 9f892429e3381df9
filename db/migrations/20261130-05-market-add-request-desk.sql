-- A request for an order lies on a desk wherever it comes from: with the operator of the market of its county; with the office where none is on duty there, or none answered by the day that was told.
create or replace view market.order_request_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, 'order-request-to-answer' as kind, id as subject_id, answer_by as due_on, null::text as duty
  from market.order_request where state = 'received' and current_setting('kariz.role', true) = 'MO'
  union all
  select request.plan_id, request.county_code, null::uuid, null::uuid, 'order-request-for-office', request.id, request.answer_by, null::text
  from market.order_request request
  where request.state in ('received', 'with-office') and current_setting('kariz.role', true) = 'PO'
    and (request.answer_by < nullif(current_setting('kariz.today', true), '')::date
      or not exists (
        select from access.assignment operator
        where operator.plan_id = request.plan_id and operator.role = 'MO' and request.county_code = any (operator.counties)
          and operator.ended_at is null and (not operator.needs_approval or operator.approved_at is not null)
          and operator.valid_from <= nullif(current_setting('kariz.today', true), '')::date
          and (operator.valid_to is null or operator.valid_to >= nullif(current_setting('kariz.today', true), '')::date)
      ));
