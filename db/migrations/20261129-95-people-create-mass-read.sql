-- Whoever opens or writes on far more files in an hour than work asks for is shown to the safety officer while it happens: counted from history as it stands, with no name of a woman and nothing kept beside it.
create index history_reads on platform.history (plan_id, at) where person_id is not null and batch_id is null;

-- What the safety officer finds on her desk for three days.
create view people.mass_read_due with (security_invoker = true) as
  select entry.plan_id, null::text as county_code, null::uuid as organisation_id, null::uuid as account_id, 'mass-read-to-look-at' as kind,
    entry.account_id as subject_id, (max(entry.at) at time zone 'Asia/Tehran')::date as due_on, 'safety-officer' as duty
  from platform.history entry
  where current_setting('kariz.role', true) = 'PO' and entry.person_id is not null and entry.batch_id is null and entry.role not in ('W', 'service')
    and entry.at >= nullif(current_setting('kariz.today', true), '')::date - 3
  group by entry.plan_id, entry.account_id, entry.role, date_trunc('hour', entry.at)
  having count(distinct entry.person_id) > (
    select (parameter.value #>> '{}')::integer from plan.parameter parameter
    where parameter.plan_id = entry.plan_id and parameter.name = 'mass-read' and parameter.county_code is null
      and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
    order by parameter.valid_from desc limit 1
  );

-- Files in an hour above which it is shown: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'mass-read', '40', 'files', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan;
