-- Nobody is offered work below the floor of an hour, net of what she spends on a piece, unless the office excepts the order by letter (livelihood.md I6). The floor at the time stands in her terms.
alter table market."order"
  add column costs_rial bigint not null default 0,
  add column exception_number text,
  add column exception_date date,
  add column exception_reason text,
  add constraint order_costs check (costs_rial >= 0 and costs_rial < rate_rial),
  add constraint order_exception_whole check ((exception_number is null) = (exception_date is null) and (exception_date is null) = (exception_reason is null));
alter table market.lot_terms
  add column costs_rial bigint not null default 0,
  add column floor_rial bigint;

-- Rial for an hour of work: the minimum daily wage of 1404 (3,463,656 rial) over seven hours and twenty minutes, for plans already founded. A default, marked as such, until the letter of the year is entered.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'hourly-floor', '472500'::jsonb, 'rial', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
