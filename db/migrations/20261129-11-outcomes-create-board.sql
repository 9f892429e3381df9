-- Indicators kept from the acts as they happen: numbers of cells, never rows of women. What one case adds to them is kept sealed, so that it can be taken off again.
create schema if not exists outcomes;
create table outcomes.board (
  plan_id uuid not null,
  counted_at timestamptz not null,
  constraint board_pkey primary key (plan_id)
);
create table outcomes.board_cell (
  plan_id uuid not null,
  county_code text not null,
  measure text not null,
  dimension text not null,
  value text not null,
  -- at: the day since which it is so, due or begun, in days after 1970-01-01; 0 where the measure has none.
  at integer not null,
  n bigint not null,
  constraint board_cell_pkey primary key (plan_id, measure, dimension, value, county_code, at)
);
create table outcomes.board_part (
  plan_id uuid not null,
  case_id uuid not null,
  sealed_part bytea not null,
  constraint board_part_pkey primary key (plan_id, case_id)
);
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'smallest-cell', '10'::jsonb, 'files', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
