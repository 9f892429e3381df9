-- What a governorate as client asked of the executor of its county: a scope of work by letter, its items, the milestones of each, and what is handed in at each. A deliverable moves by one table of moves; each move keeps who, when and why. Nothing here names a woman.
create schema if not exists oversight;
create table oversight.scope (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  title text not null,
  letter_number text not null,
  letter_date date not null,
  starts_on date not null,
  ends_on date not null,
  opened_by uuid not null,
  constraint scope_pkey primary key (plan_id, id),
  constraint scope_period check (starts_on <= ends_on)
);
create index scope_newest on oversight.scope (plan_id, id desc);
create table oversight.scope_item (
  plan_id uuid not null,
  id uuid not null,
  scope_id uuid not null,
  county_code text not null,
  place smallint not null,
  title text not null,
  unit text not null,
  quantity integer not null,
  constraint scope_item_pkey primary key (plan_id, id),
  constraint scope_item_quantity check (quantity > 0)
);
create index scope_item_of_scope on oversight.scope_item (plan_id, scope_id, place);
create table oversight.milestone (
  plan_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  scope_id uuid not null,
  county_code text not null,
  quantity integer not null,
  due_on date not null,
  constraint milestone_pkey primary key (plan_id, id),
  constraint milestone_quantity check (quantity > 0)
);
create index milestone_of_scope on oversight.milestone (plan_id, scope_id, due_on, id);
create table oversight.deliverable (
  plan_id uuid not null,
  id uuid not null,
  milestone_id uuid not null,
  scope_id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  title text not null,
  due_on date not null,
  state text not null default 'due',
  state_since date not null,
  return_reason text,
  paid_number text,
  paid_date date,
  version integer not null default 1,
  constraint deliverable_pkey primary key (plan_id, id),
  constraint deliverable_state check (state in ('due', 'submitted', 'accepted', 'returned', 'paid-for')),
  constraint deliverable_returned_with_reason check (state <> 'returned' or return_reason is not null),
  constraint deliverable_paid_by_letter check ((state = 'paid-for') = (paid_number is not null) and (paid_number is null) = (paid_date is null))
);
create index deliverable_of_scope on oversight.deliverable (plan_id, scope_id, due_on, id);
create index deliverable_newest on oversight.deliverable (plan_id, id desc);
create table oversight.deliverable_move (
  plan_id uuid not null,
  id uuid not null,
  deliverable_id uuid not null,
  county_code text not null,
  to_state text not null,
  note text,
  moved_on date not null,
  moved_at timestamptz not null,
  account_id uuid not null,
  constraint deliverable_move_pkey primary key (plan_id, id),
  constraint deliverable_move_state check (to_state in ('submitted', 'accepted', 'returned', 'paid-for'))
);
create index deliverable_move_of on oversight.deliverable_move (plan_id, deliverable_id, moved_at, id);
create table oversight.deliverable_paper (
  plan_id uuid not null,
  id uuid not null,
  deliverable_id uuid not null,
  county_code text not null,
  media_type text not null,
  bytes integer not null,
  address text not null,
  sealed_key bytea not null,
  added_on date not null,
  added_at timestamptz not null,
  -- The handing-in it went with; none while it is being put together.
  handed_in boolean not null default false,
  constraint deliverable_paper_pkey primary key (plan_id, id)
);
create index deliverable_paper_of on oversight.deliverable_paper (plan_id, deliverable_id, added_at, id);
create table oversight.notice (
  plan_id uuid not null,
  id uuid not null,
  scope_id uuid not null,
  county_code text not null,
  organisation_id uuid not null,
  letter_number text not null,
  letter_date date not null,
  sentence text not null,
  answer_by date not null,
  answer_number text,
  answer_date date,
  answer text,
  answered_on date,
  version integer not null default 1,
  constraint notice_pkey primary key (plan_id, id),
  constraint notice_answer_whole check ((answer is null) = (answered_on is null) and (answer is null) = (answer_number is null) and (answer is null) = (answer_date is null))
);
create index notice_of_scope on oversight.notice (plan_id, scope_id, id desc);
create index notice_newest on oversight.notice (plan_id, id desc);
alter table oversight.scope_item add constraint scope_item_scope_fkey foreign key (plan_id, scope_id) references oversight.scope (plan_id, id) on delete restrict;
alter table oversight.milestone add constraint milestone_item_fkey foreign key (plan_id, item_id) references oversight.scope_item (plan_id, id) on delete restrict;
alter table oversight.deliverable add constraint deliverable_milestone_fkey foreign key (plan_id, milestone_id) references oversight.milestone (plan_id, id) on delete restrict;
alter table oversight.deliverable_move add constraint deliverable_move_deliverable_fkey foreign key (plan_id, deliverable_id) references oversight.deliverable (plan_id, id) on delete restrict;
alter table oversight.deliverable_paper add constraint deliverable_paper_deliverable_fkey foreign key (plan_id, deliverable_id) references oversight.deliverable (plan_id, id) on delete restrict;
alter table oversight.notice add constraint notice_scope_fkey foreign key (plan_id, scope_id) references oversight.scope (plan_id, id) on delete restrict;
