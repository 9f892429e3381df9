-- What a named buyer wants, the homes put forward for it, and the lots it is split into: the seller stands on the lot and never on the order. How much was offered is one counter on the order, so that many who offer at once never go above it.
create schema if not exists market;
create table market."order" (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  pledge_id uuid,
  called_quantity integer,
  title text not null,
  unit text not null,
  quantity integer not null,
  placed integer not null default 0,
  rate_rial bigint not null,
  minutes_per_piece integer,
  material_by text not null,
  spoiled_by text not null,
  smallest_lot integer not null,
  payment_days integer not null,
  answer_by date not null,
  deliver_by date not null,
  state text not null default 'called',
  state_since date not null,
  document_number text,
  document_date date,
  reason text,
  called_by uuid not null,
  version integer not null default 1,
  constraint order_pkey primary key (plan_id, id),
  constraint order_never_above check (placed >= 0 and placed <= quantity),
  constraint order_quantity check (quantity > 0 and smallest_lot > 0 and smallest_lot <= quantity),
  constraint order_rate check (rate_rial > 0),
  constraint order_called_whole check ((pledge_id is null) = (called_quantity is null)),
  constraint order_bearers check (material_by in ('buyer', 'her') and spoiled_by in ('buyer', 'her')),
  constraint order_state check (state in ('called', 'ordered', 'closed', 'refused', 'cancelled'))
);
create index order_newest on market."order" (plan_id, id desc);
create index order_of_pledge on market."order" (plan_id, pledge_id) where pledge_id is not null;
create index order_of_organisation on market."order" (plan_id, organisation_id, id desc);
create table market.home (
  plan_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  weekly integer not null,
  blocked_weeks smallint not null,
  hub text,
  turn smallint not null,
  put_forward_on date not null,
  account_id uuid not null,
  constraint home_pkey primary key (plan_id, id),
  constraint home_once unique (plan_id, order_id, case_id),
  constraint home_weekly check (weekly > 0 and blocked_weeks >= 0),
  constraint home_turn check (turn between 0 and 2)
);
create index home_person on market.home (plan_id, person_id);
create table market.lot (
  plan_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  home_id uuid not null,
  organisation_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  code text not null,
  quantity integer not null,
  state text not null default 'offered',
  state_since date not null,
  due_on date,
  version integer not null default 1,
  constraint lot_pkey primary key (plan_id, id),
  constraint lot_code unique (plan_id, code),
  constraint lot_once unique (plan_id, home_id),
  constraint lot_quantity check (quantity > 0),
  constraint lot_state check (state in ('offered', 'terms-read', 'accepted', 'declined', 'sample', 'ordered', 'material-delivered', 'material-short', 'produced', 'checked', 'delivered', 'due', 'paid-to-hub', 'paid-to-her', 'confirmed-by-her', 'cancelled-by-buyer'))
);
create index lot_of_order on market.lot (plan_id, order_id, id);
create index lot_of_case on market.lot (plan_id, case_id, id desc);
create index lot_newest on market.lot (plan_id, id desc);
-- The terms of one lot as they stood when it was offered, and how she answered. Price and craft are hers and her county's: no blind role reads this table.
create table market.lot_terms (
  plan_id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  title text not null,
  unit text not null,
  quantity integer not null,
  rate_rial bigint not null,
  minutes_per_piece integer,
  material_by text not null,
  spoiled_by text not null,
  payment_days integer not null,
  deliver_by date not null,
  hub text,
  read_on date,
  read_manner text,
  sealed_read_witness bytea,
  answered_on date,
  answer_manner text,
  sealed_answer_witness bytea,
  constraint lot_terms_pkey primary key (plan_id, lot_id),
  constraint lot_terms_manner check (read_manner in ('spoken', 'signature', 'fingerprint') and answer_manner in ('spoken', 'signature', 'fingerprint')),
  constraint lot_terms_read_whole check ((read_on is null) = (read_manner is null) and (answered_on is null) = (answer_manner is null))
);
create index lot_terms_person on market.lot_terms (plan_id, person_id);
alter table market.home add constraint home_order_fkey foreign key (plan_id, order_id) references market."order" (plan_id, id) on delete restrict;
alter table market.lot add constraint lot_order_fkey foreign key (plan_id, order_id) references market."order" (plan_id, id) on delete restrict;
alter table market.lot add constraint lot_home_fkey foreign key (plan_id, home_id) references market.home (plan_id, id) on delete restrict;
alter table market.lot_terms add constraint lot_terms_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;

-- Days a buyer has to answer a call and she has to answer an offer: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan cross join (values ('call-answer', '14'), ('lot-answer', '7')) fresh (name, value);
