-- Prices of each month as the office enters them from a letter: without them a rial of one year is not compared with a rial of another. A month that was entered wrongly gets another edition; both stay.
create schema if not exists outcomes;
create table outcomes.price_index (
  plan_id uuid not null,
  id uuid not null,
  -- month: of the Jalali year, as 1405-08. base_year: the year whose prices stand at one hundred.
  month text not null,
  base_year smallint not null,
  edition smallint not null,
  hundredths integer not null,
  letter_number text not null,
  letter_date date not null,
  account_id uuid not null,
  entered_at timestamptz not null,
  constraint price_index_pkey primary key (plan_id, id),
  constraint price_index_edition unique (plan_id, month, base_year, edition),
  constraint price_index_month check (month ~ '^1[34][0-9]{2}-(0[1-9]|1[0-2])$'),
  constraint price_index_base_year check (base_year between 1300 and 1499),
  constraint price_index_number check (edition > 0 and hundredths > 0)
);
