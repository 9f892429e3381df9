-- Whoever sees goods that stand open asks for an order without an account: what, how much and until when, and how to be reached. It names goods and a county and never whose they are; name, telephone and words are sealed and let go once it was settled.
create table market.order_request (
  plan_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  county_code text not null,
  number text not null,
  goods_name text not null,
  unit text not null,
  person_kind text not null,
  quantity integer not null,
  wanted_on date,
  sealed_name bytea,
  sealed_phone bytea,
  sealed_message bytea,
  state text not null default 'received',
  state_since date not null,
  received_on date not null,
  answer_by date not null,
  application_id uuid,
  order_id uuid,
  reason text,
  version integer not null default 1,
  constraint order_request_pkey primary key (plan_id, id),
  constraint order_request_number unique (plan_id, number),
  constraint order_request_person_kind check (person_kind in ('natural', 'legal')),
  constraint order_request_state check (state in ('received', 'with-office', 'ordered', 'declined')),
  constraint order_request_ordered check ((state = 'ordered') = (order_id is not null)),
  constraint order_request_declined check ((state = 'declined') = (reason is not null))
);
create index order_request_newest on market.order_request (plan_id, id desc);
create index order_request_day on market.order_request (plan_id, received_on);
alter table market.order_request add constraint order_request_order_fkey foreign key (plan_id, order_id) references market."order" (plan_id, id) on delete restrict;

-- What waits for the operator of its county beside orders and lots.
create view market.order_request_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, 'order-request-to-answer' as kind, id as subject_id, answer_by as due_on, null::text as duty
  from market.order_request where state = 'received' and current_setting('kariz.role', true) = 'MO';

-- Days of an answer, and days after which whoever asked is forgotten: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan cross join (values ('order-request-answer', '7'), ('order-request-retention', '90')) fresh (name, value);
