-- What is done on a lot and what is owed for it: material in balance, each look at the pieces with its picture, and a double-entry record of money that passes between others. Kariz holds none of it.
alter table market.lot
  add column presented integer not null default 0,
  add column to_rework integer not null default 0,
  add column accepted integer not null default 0,
  add column rejected integer not null default 0,
  add column spoiled integer not null default 0,
  add column collected_on date,
  add constraint lot_pieces check (presented >= 0 and to_rework >= 0 and accepted >= 0 and rejected >= 0 and spoiled >= 0 and accepted + rejected + spoiled + to_rework + presented <= quantity);
create table market.kit_move (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  component text not null,
  unit text not null,
  kind text not null,
  amount integer not null,
  moved_on date not null,
  account_id uuid not null,
  moved_at timestamptz not null,
  constraint kit_move_pkey primary key (plan_id, id),
  constraint kit_move_kind check (kind in ('issued', 'used', 'returned', 'wasted')),
  constraint kit_move_amount check (amount > 0)
);
create index kit_move_of_lot on market.kit_move (plan_id, lot_id, moved_at, id);
create table market.photo (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  media_type text not null,
  address text not null,
  sealed_key bytea not null,
  taken_at timestamptz not null,
  constraint photo_pkey primary key (plan_id, id)
);
create index photo_of_lot on market.photo (plan_id, lot_id);
create table market.inspection (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  accepted integer not null,
  rework integer not null,
  rejected integer not null,
  reason text,
  bearer text,
  photo_id uuid,
  inspected_on date not null,
  account_id uuid not null,
  inspected_at timestamptz not null,
  constraint inspection_pkey primary key (plan_id, id),
  constraint inspection_pieces check (accepted >= 0 and rework >= 0 and rejected >= 0 and accepted + rework + rejected > 0),
  constraint inspection_reject_with_evidence check (rejected = 0 or (reason is not null and bearer is not null and photo_id is not null)),
  constraint inspection_reason check (reason in ('size', 'seam', 'material', 'dirt', 'colour', 'late', 'other')),
  constraint inspection_bearer check (bearer in ('buyer', 'her'))
);
create index inspection_of_lot on market.inspection (plan_id, lot_id, inspected_at, id);
create table market.entry (
  plan_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  debit text not null,
  credit text not null,
  amount_rial bigint not null,
  paper_number text,
  happened_on date not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  constraint entry_pkey primary key (plan_id, id),
  constraint entry_amount check (amount_rial > 0),
  constraint entry_two_sides check (debit <> credit and debit in ('buyer-owes', 'hub-holds', 'due-to-her', 'paid-to-her') and credit in ('buyer-owes', 'hub-holds', 'due-to-her', 'paid-to-her')),
  constraint entry_kind check (kind in ('acceptance', 'compensation', 'paid-to-hub', 'paid-to-her', 'not-received', 'deduction'))
);
create index entry_of_lot on market.entry (plan_id, lot_id, recorded_at, id);
alter table market.kit_move add constraint kit_move_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;
alter table market.photo add constraint photo_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;
alter table market.inspection add constraint inspection_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;
alter table market.inspection add constraint inspection_photo_fkey foreign key (plan_id, photo_id) references market.photo (plan_id, id) on delete restrict;
alter table market.entry add constraint entry_lot_fkey foreign key (plan_id, lot_id) references market.lot (plan_id, id) on delete restrict;
