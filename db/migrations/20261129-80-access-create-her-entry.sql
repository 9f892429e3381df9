-- Her own way in: the number she chose face to face, the codes sent to a phone, and the one session she has. A phone is never a file.
create table access.pin (
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  -- Keyed with her own data key: erased with it.
  pin_hash bytea not null,
  set_at timestamptz not null,
  set_with uuid not null,
  -- Wrong numbers since the last right one; whoever tries at her phone tries at every file of that phone.
  failures integer not null default 0,
  locked_at timestamptz,
  constraint pin_pkey primary key (plan_id, person_id),
  constraint pin_failures check (failures between 0 and 10)
);
-- One code a phone: a newer one takes the place of the older. Phones nobody has are kept and counted alike.
create table auth.her_code (
  number_index bytea not null primary key,
  code_hash bytea not null,
  sent_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  sent_today integer not null default 1,
  constraint her_code_tries check (tries between 0 and 5)
);
create table auth.her_session (
  token_hash bytea not null primary key,
  id uuid not null unique,
  plan_id uuid not null,
  person_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  -- Money is open until then, and shut by whatever else she does.
  money_until timestamptz,
  constraint her_session_one unique (plan_id, person_id)
);
