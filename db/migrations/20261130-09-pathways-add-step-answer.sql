-- A step her guide writes after she agreed to her plan is put to her: it waits for her own yes or no, and nothing begins and no agency hears of it before.
-- What she refuses stays refused; her guide sees it and says so by putting it aside.
alter table pathways.step drop constraint step_state;
alter table pathways.step add constraint step_state check (state in ('proposed', 'planned', 'refused', 'under-way', 'done', 'cancelled'));
alter table pathways.step add column put_on date;
alter table pathways.step add column answered_on date;
alter table pathways.step add column answer_manner text;
alter table pathways.step add column sealed_witness bytea;
alter table pathways.step add constraint step_proposed_put check (state <> 'proposed' or put_on is not null);
alter table pathways.step add constraint step_put_answered check (put_on is null or answered_on is not null or state in ('proposed', 'cancelled'));
alter table pathways.step add constraint step_refused_answered check (state <> 'refused' or answered_on is not null);
alter table pathways.step add constraint step_answer_manner check ((answer_manner is null or answered_on is not null) and answer_manner in ('spoken', 'signature', 'fingerprint'));

create or replace view pathways.due with (security_invoker = true) as
  select file.plan_id, file.county_code, null::uuid as organisation_id, null::uuid as account_id,
    case when exists (select from pathways.exit_showing earlier where earlier.plan_id = file.plan_id and earlier.person_id = file.person_id)
      then 'exit-table-to-show-again' else 'exit-table-to-show' end as kind,
    file.id as subject_id, greatest(in_force.show_by, (file.since at time zone 'Asia/Tehran')::date) as due_on, null::text as duty
  from enrolment."case" file
  join lateral (
    select edition.id, edition.show_by from pathways.exit_edition edition
    where edition.plan_id = file.plan_id and edition.in_force_from <= nullif(current_setting('kariz.today', true), '')::date
    order by edition.in_force_from desc, edition.number desc limit 1
  ) in_force on true
  where current_setting('kariz.role', true) = 'GD'
    and file.position in ('interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
    and not exists (select from pathways.exit_showing showing where showing.plan_id = file.plan_id and showing.person_id = file.person_id and showing.edition_id = in_force.id)
  union all
  select file.plan_id, file.county_code, null, null, 'work-plan-to-agree', file.id,
    (file.since at time zone 'Asia/Tehran')::date + coalesce((
      select (value #>> '{}')::integer from plan.parameter parameter
      where parameter.plan_id = file.plan_id and parameter.name = 'work-plan-agreeing' and coalesce(parameter.county_code, file.county_code) = file.county_code
        and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
      order by parameter.county_code is null, parameter.valid_from desc limit 1), 0), null
  from enrolment."case" file
  where current_setting('kariz.role', true) = 'GD' and file.position = 'interviewed'
  union all
  select step.plan_id, min(step.county_code), null, null, 'step-to-follow', step.case_id, min(step.due_on), null
  from pathways.step step join pathways.work_plan agreed on agreed.plan_id = step.plan_id and agreed.case_id = step.case_id and agreed.agreed_on is not null
  where current_setting('kariz.role', true) = 'GD' and step.state in ('planned', 'under-way')
  group by step.plan_id, step.case_id
  union all
  select step.plan_id, step.county_code, step.organisation_id, null, 'step-to-do', step.id, step.due_on, null
  from pathways.step step
  where current_setting('kariz.role', true) = 'AG' and step.state in ('planned', 'under-way')
  union all
  select held.plan_id, held.county_code, null, null, 'contact-to-hold', held.case_id, held.due_on, null
  from (
    select file.plan_id, file.county_code, file.id as case_id,
      coalesce((select max(contact.held_on) from pathways.contact contact
        where contact.plan_id = file.plan_id and contact.case_id = file.id and contact.standing <> 'no-answer'), (file.since at time zone 'Asia/Tehran')::date)
      + coalesce((
        select (parameter.value ->> case when file.position in ('interviewed', 'pathway-agreed') then 'starting'
          when file.position in ('active', 'interrupted') then 'working' else 'earning' end)::integer
        from plan.parameter parameter
        where parameter.plan_id = file.plan_id and parameter.name = 'contact-cadence' and coalesce(parameter.county_code, file.county_code) = file.county_code
          and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
        order by parameter.county_code is null, parameter.valid_from desc limit 1), 0) as due_on
    from enrolment."case" file
    where current_setting('kariz.role', true) = 'GD'
      and file.position in ('interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
  ) held
  where held.due_on <= nullif(current_setting('kariz.today', true), '')::date + 2
  union all
  select referral.plan_id, referral.county_code, referral.organisation_id, null,
    case referral.state when 'sent' then 'referral-to-answer' else 'referral-to-do' end, referral.id,
    case referral.state when 'sent' then referral.answer_by else referral.do_by end, null
  from pathways.referral referral
  where current_setting('kariz.role', true) = 'AG' and referral.state in ('sent', 'accepted')
  union all
  -- Her guide hears of silence past its day, and for a week of a refusal, so that another way is found.
  select late.plan_id, min(late.county_code), null, null, 'referral-to-follow', late.case_id, min(late.due_on), null
  from (
    select referral.plan_id, referral.county_code, referral.case_id,
      case referral.state when 'sent' then referral.answer_by when 'accepted' then referral.do_by else referral.state_since + 2 end as due_on
    from pathways.referral referral
    where current_setting('kariz.role', true) = 'GD'
      and ((referral.state = 'sent' and referral.answer_by < nullif(current_setting('kariz.today', true), '')::date)
        or (referral.state = 'accepted' and referral.do_by < nullif(current_setting('kariz.today', true), '')::date)
        or (referral.state = 'refused' and referral.state_since + 7 >= nullif(current_setting('kariz.today', true), '')::date))
  ) late
  group by late.plan_id, late.case_id
  union all
  -- Proposed to the reader, and still in the hands of whoever proposed it or had it then.
  select handover.plan_id, handover.county_code, null, handover.account_id, 'handover-to-answer', handover.id, handover.proposed_on + 3, null
  from pathways.handover handover
  where current_setting('kariz.role', true) = 'GD' and handover.state = 'proposed' and handover.from_account = any (handover.assigned)
  union all
  -- Whoever came to her from another guide tells her so.
  select carried.plan_id, file.county_code, null, carried.account_id, 'new-guide-to-tell', file.id, (carried.taken_at at time zone 'Asia/Tehran')::date + 3, null
  from enrolment.carried carried
  join enrolment."case" file on file.plan_id = carried.plan_id and file.id = carried.case_id and file.joined_to is null
  where current_setting('kariz.role', true) = 'GD' and carried.ended_at is null and carried.handed_over
    and file.position not in ('nominated', 'protected', 'declined', 'ineligible', 'withdrawn', 'lost-contact', 'moved', 'deceased', 'closed', 'referred-out')
    and not exists (select from pathways.guide_told told where told.plan_id = carried.plan_id and told.case_id = carried.case_id
      and told.account_id = carried.account_id and told.told_at >= carried.taken_at)
  union all
  select place.plan_id, place.county_code, null, null, 'centre-place-to-give-back', place.case_id, (file.since at time zone 'Asia/Tehran')::date, null
  from pathways.centre_place place
  join enrolment."case" file on file.plan_id = place.plan_id and file.id = place.case_id
  where current_setting('kariz.role', true) = 'GD' and place.ended_on is null
    and file.position in ('declined', 'ineligible', 'withdrawn', 'lost-contact', 'moved', 'deceased', 'closed', 'referred-out')
  union all
  -- Put to her and not answered: her guide asks when they next speak, or she says so on her own pages before.
  select step.plan_id, min(step.county_code), null, null, 'step-answer-to-ask', step.case_id, min(least(step.put_on + 3, step.due_on)), null
  from pathways.step step
  where current_setting('kariz.role', true) = 'GD' and step.state = 'proposed'
  group by step.plan_id, step.case_id
  union all
  -- What she refused, until her guide saw it.
  select step.plan_id, min(step.county_code), null, null, 'step-refused', step.case_id, min(step.answered_on), null
  from pathways.step step
  where current_setting('kariz.role', true) = 'GD' and step.state = 'refused'
  group by step.plan_id, step.case_id;
