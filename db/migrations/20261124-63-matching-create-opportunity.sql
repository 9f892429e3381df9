-- What an open pledge or an order offers women, and how many places are taken: one counter on the row, so that many who take at once never go above it. It names no woman.
create schema if not exists matching;
create table matching.opportunity (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  source text not null,
  source_id uuid not null,
  called_quantity integer,
  title text not null,
  field_code text not null,
  places integer not null,
  taken integer not null default 0,
  least_craft smallint,
  least_weekly integer,
  unit text,
  needs_permit boolean not null,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'open',
  state_since date not null,
  reason text,
  opened_by uuid not null,
  version integer not null default 1,
  constraint opportunity_pkey primary key (plan_id, id),
  constraint opportunity_never_above check (taken >= 0 and taken <= places),
  constraint opportunity_places check (places > 0),
  constraint opportunity_source check (source in ('pledge', 'order')),
  constraint opportunity_called check ((source = 'pledge') = (called_quantity is not null)),
  constraint opportunity_craft check (least_craft between 1 and 5),
  constraint opportunity_weekly check ((least_weekly is null) = (unit is null) and least_weekly > 0),
  constraint opportunity_unit check (unit in ('piece', 'set', 'kilogram', 'litre', 'metre', 'square-metre', 'pack', 'hour')),
  constraint opportunity_days check (ends_on >= starts_on),
  constraint opportunity_state check (state in ('open', 'closed'))
);
create index opportunity_newest on matching.opportunity (plan_id, id desc);
create index opportunity_open on matching.opportunity (plan_id, county_code, id) where state = 'open';
create unique index opportunity_of_order on matching.opportunity (plan_id, source_id) where source = 'order' and state = 'open';
