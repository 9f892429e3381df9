-- Whoever guards files says that she looked at an hour of reading beyond measure, and what she found. It stays in the list with who and when and leaves what is open; where more files are read in that hour afterwards, it is open again. Nobody says it of herself.
create table people.mass_read_review (
  plan_id uuid not null,
  account_id uuid not null,
  role text not null,
  hour timestamptz not null,
  files integer not null,
  reason text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  constraint mass_read_review_pkey primary key (plan_id, account_id, role, hour),
  constraint mass_read_review_of_another check (reviewed_by <> account_id)
);

create or replace view people.mass_read_due with (security_invoker = true) as
  select read.plan_id, null::text as county_code, null::uuid as organisation_id, null::uuid as account_id, 'mass-read-to-look-at' as kind,
    read.account_id as subject_id, (read.last_at at time zone 'Asia/Tehran')::date as due_on, 'safety-officer' as duty
  from (
    select entry.plan_id, entry.account_id, entry.role, date_trunc('hour', entry.at) as hour, max(entry.at) as last_at, count(distinct entry.person_id) as files
    from platform.history entry
    where current_setting('kariz.role', true) = 'PO' and entry.person_id is not null and entry.batch_id is null and entry.role not in ('W', 'service')
      and entry.at >= nullif(current_setting('kariz.today', true), '')::date - 3
    group by entry.plan_id, entry.account_id, entry.role, date_trunc('hour', entry.at)
    having count(distinct entry.person_id) > (
      select (parameter.value #>> '{}')::integer from plan.parameter parameter
      where parameter.plan_id = entry.plan_id and parameter.name = 'mass-read' and parameter.county_code is null
        and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
      order by parameter.valid_from desc limit 1
    )
  ) read
  left join people.mass_read_review review
    on review.plan_id = read.plan_id and review.account_id = read.account_id and review.role = read.role and review.hour = read.hour
  where review.files is null or review.files < read.files;
