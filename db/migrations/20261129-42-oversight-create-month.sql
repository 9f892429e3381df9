-- What a county plans by month, and the month as the executor hands it in and the client answers it. What was done is counted where it happened and never typed; a sheet keeps the figures of the moment it was handed in.
create table oversight.planned_act (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  month text not null,
  act text not null,
  quantity integer not null,
  organisation_id uuid not null,
  version integer not null default 1,
  constraint planned_act_pkey primary key (plan_id, id),
  constraint planned_act_once unique (plan_id, county_code, month, act),
  constraint planned_act_month check (month ~ '^1[34][0-9]{2}-(0[1-9]|1[0-2])$'),
  constraint planned_act_quantity check (quantity between 0 and 100000),
  constraint planned_act_act check (act in ('registrations', 'sessions', 'talks', 'work-plans', 'paid-lots'))
);
create table oversight.monthly_sheet (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  month text not null,
  state text not null,
  state_since date not null,
  note text,
  return_reason text,
  figures jsonb not null,
  version integer not null default 1,
  constraint monthly_sheet_pkey primary key (plan_id, id),
  constraint monthly_sheet_once unique (plan_id, county_code, month),
  constraint monthly_sheet_month check (month ~ '^1[34][0-9]{2}-(0[1-9]|1[0-2])$'),
  constraint monthly_sheet_state check (state in ('submitted', 'accepted', 'returned')),
  constraint monthly_sheet_returned_with_reason check (state <> 'returned' or return_reason is not null)
);
create index monthly_sheet_newest on oversight.monthly_sheet (plan_id, month desc, id desc);
