-- What waits in the market: for the operator of a county her lots, calls without an answer, late payments, disputes and second hands; for a guide the terms to read and the money to ask about, each under the file it is about. A buyer holds no row of a lot: what waits for it is lent by the room (market/port.ts).
create view market.due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, kind, subject_id, due_on, null::text as duty
  from (
    select plan_id, county_code, id as subject_id,
      case
        when state in ('accepted', 'sample') then 'lot-to-start'
        when state in ('ordered', 'material-delivered', 'material-short') or (state = 'checked' and to_rework > 0) then 'lot-to-collect'
        when state = 'produced' then 'lot-to-inspect'
        when state = 'checked' and accepted + spoiled > 0 then 'lot-to-deliver'
        when state = 'delivered' then 'collection-to-follow'
        when state in ('due', 'paid-to-hub') then 'payment-to-follow'
      end as kind,
      -- Work is given out, looked at and delivered within two days; the buyer is asked after a week whether it took the pieces.
      case when state in ('accepted', 'sample', 'produced') or (state = 'checked' and to_rework = 0) then state_since + 2 when state = 'delivered' then state_since + 7 else due_on end as due_on
    from market.lot
  ) lot
  where current_setting('kariz.role', true) = 'MO' and kind is not null
    -- A payment is followed from its day on, and pieces are asked for in the week before theirs.
    and (kind <> 'payment-to-follow' or due_on <= nullif(current_setting('kariz.today', true), '')::date)
    and (kind <> 'lot-to-collect' or due_on <= nullif(current_setting('kariz.today', true), '')::date + 7)
  union all
  select plan_id, county_code, null, null, 'call-to-follow', id, answer_by, null
  from market."order"
  where current_setting('kariz.role', true) = 'MO' and state = 'called' and answer_by <= nullif(current_setting('kariz.today', true), '')::date
  union all
  select wanted.plan_id, wanted.county_code, null, null, 'order-to-split', wanted.id, min(home.put_forward_on) + 2, null
  from market."order" wanted join market.home home on home.plan_id = wanted.plan_id and home.order_id = wanted.id
    left join market.lot lot on lot.plan_id = home.plan_id and lot.home_id = home.id
  where current_setting('kariz.role', true) = 'MO' and wanted.state = 'ordered' and wanted.placed + wanted.smallest_lot <= wanted.quantity and lot.id is null
  group by wanted.plan_id, wanted.county_code, wanted.id
  union all
  select plan_id, county_code, null, null, 'dispute-to-answer', lot_id, answer_by, null
  from market.dispute where current_setting('kariz.role', true) = 'MO' and state = 'opened'
  union all
  -- The second hand: whoever proposed it does not decide it.
  select plan_id, county_code, null, null, 'deduction-to-decide', lot_id, proposed_on + 2, null
  from market.deduction
  where current_setting('kariz.role', true) = 'MO' and state = 'proposed' and proposed_by <> nullif(current_setting('kariz.account', true), '')::uuid
  union all
  select plan_id, county_code, null, null,
    case state when 'offered' then 'terms-to-read' when 'terms-read' then 'terms-to-answer' else 'payment-to-ask' end, case_id,
    min(case state when 'paid-to-her' then state_since else due_on end), null
  from market.lot
  where current_setting('kariz.role', true) = 'GD' and state in ('offered', 'terms-read', 'paid-to-her')
  group by plan_id, county_code, case_id, state;
