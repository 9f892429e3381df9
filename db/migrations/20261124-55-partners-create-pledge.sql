-- What partners promise, from the first word to the day it is open, with its vetting; how much of it was called is one counter on the row, so that many who call at once are settled by it.
create table partners.pledge (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  promised_as text not null,
  kind text not null,
  title text not null,
  field_code text,
  quantity integer not null,
  unit text not null,
  value_rial bigint,
  counties text[] not null,
  group_note text,
  starts_on date not null,
  due_on date not null,
  state text not null default 'announced',
  state_since date not null,
  step_due_on date,
  document_number text,
  document_date date,
  letter_number text,
  letter_date date,
  called integer not null default 0,
  announced_by uuid not null,
  version integer not null default 1,
  constraint pledge_pkey primary key (plan_id, id),
  constraint pledge_promised_as check (promised_as in ('driver', 'backer', 'moin')),
  constraint pledge_quantity check (quantity > 0),
  constraint pledge_value check (value_rial is null or value_rial > 0),
  constraint pledge_never_overdrawn check (called >= 0 and called <= quantity),
  constraint pledge_dates check (due_on >= starts_on),
  constraint pledge_state check (state in ('announced', 'in-writing', 'vetted', 'signed', 'open', 'fulfilled', 'lapsed', 'withdrawn'))
);
create index pledge_newest on partners.pledge (plan_id, id desc);
create index pledge_of_organisation on partners.pledge (plan_id, organisation_id, id desc);
create index pledge_waiting on partners.pledge (plan_id, step_due_on) where step_due_on is not null;
create table partners.pledge_part (
  plan_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  organisation_id uuid not null,
  due_on date not null,
  quantity integer not null,
  constraint pledge_part_pkey primary key (plan_id, id),
  constraint pledge_part_quantity check (quantity > 0)
);
create index pledge_part_of on partners.pledge_part (plan_id, pledge_id, due_on, id);
create table partners.pledge_move (
  plan_id uuid not null,
  id uuid not null,
  pledge_id uuid not null,
  organisation_id uuid not null,
  from_state text,
  to_state text not null,
  reason text,
  account_id uuid not null,
  moved_at timestamptz not null,
  constraint pledge_move_pkey primary key (plan_id, id)
);
create index pledge_move_of on partners.pledge_move (plan_id, pledge_id, moved_at, id);
-- The public call: whoever offers herself, or is introduced by somebody else and must say yes herself. Name and phone are sealed with a key of the house.
create table partners.application (
  plan_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  manner text not null,
  person_kind text not null,
  sealed_name bytea not null,
  sealed_contact bytea not null,
  wanted text[] not null,
  counties text[] not null,
  sealed_offer bytea not null,
  tracking_hash bytea not null,
  state text not null,
  organisation_id uuid,
  received_at timestamptz not null,
  decide_by date not null,
  version integer not null default 1,
  constraint application_pkey primary key (plan_id, id),
  constraint application_tracking unique (plan_id, tracking_hash),
  constraint application_manner check (manner in ('self', 'introduced')),
  constraint application_person_kind check (person_kind in ('natural', 'legal')),
  constraint application_state check (state in ('to-accept', 'received', 'admitted', 'refused', 'declined'))
);
create index application_newest on partners.application (plan_id, id desc);
create index application_open on partners.application (plan_id, decide_by) where state = 'received';
-- Two people read what was promised or offered, each with her reasons; nobody reads twice.
create table partners.vetting (
  plan_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  account_id uuid not null,
  is_fit boolean not null,
  reasons text not null,
  vetted_at timestamptz not null,
  constraint vetting_pkey primary key (plan_id, id),
  constraint vetting_once unique (plan_id, subject_id, account_id),
  constraint vetting_subject_kind check (subject_kind in ('pledge', 'application'))
);
create index vetting_of on partners.vetting (plan_id, subject_id, vetted_at);
alter table partners.pledge add constraint pledge_organisation_fkey foreign key (organisation_id) references partners.organisation (id) on delete restrict;
alter table partners.pledge_part add constraint pledge_part_pledge_fkey foreign key (plan_id, pledge_id) references partners.pledge (plan_id, id) on delete restrict;
alter table partners.pledge_move add constraint pledge_move_pledge_fkey foreign key (plan_id, pledge_id) references partners.pledge (plan_id, id) on delete restrict;

-- What waits for the office: the next step of a promise, and who offered herself.
create view partners.due with (security_invoker = true) as
  select plan_id, null::text as county_code, organisation_id, null::uuid as account_id,
    case state when 'announced' then 'pledge-to-write' when 'in-writing' then 'pledge-to-vet' when 'vetted' then 'pledge-to-sign' else 'pledge-to-open' end as kind,
    id as subject_id, step_due_on as due_on, null::text as duty
  from partners.pledge where step_due_on is not null and current_setting('kariz.role', true) = 'PO'
  union all
  select plan_id, null, null, null, 'application-to-vet', id, decide_by, null from partners.application where state = 'received' and current_setting('kariz.role', true) = 'PO';

-- Clocks of the next step and of the answer to an application: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan cross join (values ('pledge-step', '30'), ('application-answer', '20')) fresh (name, value);
