-- Nobody signs up by herself: an account begins with a one-time link, and a forgotten password is answered with another. Only the hash of a link is kept.
create table access.invitation (
  plan_id uuid not null,
  id uuid not null,
  kind text not null,
  email text,
  display_name text,
  account_id uuid,
  role text,
  duties text[] not null default '{}',
  counties text[] not null default '{}',
  organisation_id uuid,
  valid_from date,
  valid_to date,
  token_hash bytea not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint invitation_pkey primary key (plan_id, id),
  constraint invitation_kind check (kind in ('invite', 'renew')),
  constraint invitation_role check (role is null or role in ('PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'AU', 'AD')),
  constraint invitation_whole check (case kind when 'invite' then role is not null and valid_from is not null else account_id is not null end)
);
create unique index invitation_token on access.invitation (plan_id, token_hash);
create unique index invitation_one_open on access.invitation (plan_id, email, kind) where accepted_at is null and withdrawn_at is null;

-- Wrong passwords are counted by address, whether or not an account stands behind it, so that counting tells nobody which addresses exist.
create table auth.sign_in_try (
  address_index bytea primary key,
  failures integer not null,
  locked_until timestamptz
);
-- A code of the second factor works once.
create table auth.used_code (
  account_id uuid not null references auth."user" ("id") on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (account_id, code_hash)
);
create index assignment_waiting on access.assignment (plan_id, id) where needs_approval and approved_at is null and ended_at is null;
