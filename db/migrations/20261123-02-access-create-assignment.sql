-- An account acts in one assignment at a time: a role in a plan, in counties, for an organisation, from–to.
create schema access;
create table access.assignment (
  plan_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  display_name text not null,
  role text not null,
  duties text[] not null default '{}',
  counties text[] not null default '{}',
  organisation_id uuid,
  person_id uuid,
  valid_from date not null,
  valid_to date,
  requested_by uuid not null,
  requested_at timestamptz not null,
  needs_approval boolean not null,
  approved_by uuid,
  approved_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  constraint assignment_pkey primary key (plan_id, id),
  constraint assignment_role check (role in ('PO', 'CA', 'EX', 'AG', 'IN', 'GD', 'MO', 'OR', 'W', 'AU', 'AD')),
  constraint assignment_nobody_approves_herself check (approved_by is null or (approved_by <> requested_by and approved_by <> account_id)),
  constraint assignment_dates check (valid_to is null or valid_to >= valid_from)
);
create index assignment_account on access.assignment (account_id);
