-- What is done until a rule is reformed: who allowed it, within which limit, until when. Its end is a day and not a wish: past it nothing stands in force.
create table reforms.arrangement (
  plan_id uuid not null,
  id uuid not null,
  obstacle_id uuid not null,
  says text not null,
  limits text not null,
  authority text not null,
  starts_on date,
  expires_on date,
  letter_number text,
  letter_date date,
  state text not null default 'proposed',
  state_since date not null,
  version integer not null default 1,
  constraint arrangement_pkey primary key (plan_id, id),
  constraint arrangement_state check (state in ('proposed', 'authorised', 'in-force', 'extended', 'expired', 'revoked')),
  constraint arrangement_allowed check (state in ('proposed', 'revoked') or (starts_on is not null and expires_on is not null and letter_number is not null and letter_date is not null)),
  constraint arrangement_days check (expires_on >= starts_on)
);
create index arrangement_of on reforms.arrangement (plan_id, obstacle_id, id);
create index arrangement_ending on reforms.arrangement (plan_id, expires_on) where state in ('authorised', 'in-force', 'extended');
create table reforms.arrangement_move (
  plan_id uuid not null,
  id uuid not null,
  arrangement_id uuid not null,
  from_state text,
  to_state text not null,
  reason text,
  expires_on date,
  letter_number text,
  letter_date date,
  account_id uuid not null,
  moved_at timestamptz not null,
  constraint arrangement_move_pkey primary key (plan_id, id)
);
create index arrangement_move_of on reforms.arrangement_move (plan_id, arrangement_id, moved_at, id);
alter table reforms.arrangement add constraint arrangement_obstacle_fkey foreign key (plan_id, obstacle_id) references reforms.obstacle (plan_id, id) on delete restrict;
alter table reforms.arrangement_move add constraint arrangement_move_arrangement_fkey foreign key (plan_id, arrangement_id) references reforms.arrangement (plan_id, id) on delete restrict;

-- Days to verify what was reported, and how long before its end an arrangement is asked about: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan cross join (values ('obstacle-verifying', '14'), ('arrangement-reminder', '30')) fresh (name, value);

-- What waits for the office: an obstacle nobody has looked at, and an arrangement whose end comes near.
create view reforms.due with (security_invoker = true) as
  select obstacle.plan_id, obstacle.county_code, null::uuid as organisation_id, null::uuid as account_id, 'obstacle-to-verify' as kind,
    obstacle.id as subject_id, obstacle.state_since + coalesce((
      select (value #>> '{}')::integer from plan.parameter parameter
      where parameter.plan_id = obstacle.plan_id and parameter.name = 'obstacle-verifying' and parameter.county_code is null
        and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
      order by parameter.valid_from desc limit 1), 0) as due_on, null::text as duty
  from reforms.obstacle obstacle
  where current_setting('kariz.role', true) = 'PO' and obstacle.state = 'reported'
  union all
  select arrangement.plan_id, null, null, null, 'arrangement-to-settle', arrangement.obstacle_id, arrangement.expires_on, null
  from reforms.arrangement arrangement
  where current_setting('kariz.role', true) = 'PO' and arrangement.state in ('authorised', 'in-force', 'extended')
    and arrangement.expires_on - coalesce((
      select (value #>> '{}')::integer from plan.parameter parameter
      where parameter.plan_id = arrangement.plan_id and parameter.name = 'arrangement-reminder' and parameter.county_code is null
        and parameter.valid_from <= nullif(current_setting('kariz.today', true), '')::date
      order by parameter.valid_from desc limit 1), 0) <= nullif(current_setting('kariz.today', true), '')::date;
