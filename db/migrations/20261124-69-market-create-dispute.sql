-- What is taken off her pay, with the word of two, and what she does not agree with: codes and clocks alone, no sentence about anybody.
create table market.deduction (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  amount_rial bigint not null,
  reason text not null,
  state text not null default 'proposed',
  proposed_by uuid not null,
  proposed_on date not null,
  decided_by uuid,
  decided_on date,
  constraint deduction_pkey primary key (plan_id, id),
  constraint deduction_amount check (amount_rial > 0),
  constraint deduction_reason check (reason in ('advance', 'material-lost', 'agreed')),
  constraint deduction_state check (state in ('proposed', 'approved', 'refused')),
  constraint deduction_decided_whole check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_on is null)),
  constraint deduction_by_two check (decided_by is null or decided_by <> proposed_by)
);
create unique index deduction_open_once on market.deduction (plan_id, lot_id) where state = 'proposed';
create table market.dispute (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  about text not null,
  state text not null default 'opened',
  opened_on date not null,
  answer_by date not null,
  opened_by uuid not null,
  ended_on date,
  ended_by uuid,
  constraint dispute_pkey primary key (plan_id, id),
  constraint dispute_about check (about in ('inspection', 'payment', 'material', 'deduction')),
  constraint dispute_state check (state in ('opened', 'settled-for-her', 'stands', 'withdrawn')),
  constraint dispute_ended_whole check ((state = 'opened') = (ended_on is null) and (ended_on is null) = (ended_by is null))
);
create unique index dispute_open_once on market.dispute (plan_id, lot_id) where state = 'opened';
alter table market.deduction add constraint deduction_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;
alter table market.dispute add constraint dispute_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;

-- Days in which what she disputes is answered: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'dispute-answer', '10'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
