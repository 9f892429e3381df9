-- The case and its position on the road; nominations and their import; what moves it is one table of rules.
create schema enrolment;
create table enrolment."case" (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  position text not null,
  entered_on date not null,
  since timestamptz not null,
  deadline_on date,
  hold_until date,
  nominated_by uuid not null,
  tier integer,
  queued_on date,
  registered_on date,
  is_erased boolean not null default false,
  version integer not null default 1,
  constraint case_pkey primary key (plan_id, id),
  constraint case_file_number unique (plan_id, file_number)
);
create index case_newest on enrolment."case" (plan_id, county_code, id desc);
create index case_position on enrolment."case" (plan_id, county_code, position, id desc);
create index case_person on enrolment."case" (plan_id, person_id);
create index case_queue on enrolment."case" (plan_id, county_code, tier, queued_on, file_number) where position = 'queued';
create index case_waiting on enrolment."case" (plan_id, county_code, id) where position = 'nominated' and assigned = '{}';
create table enrolment.carried (
  plan_id uuid not null,
  account_id uuid not null,
  case_id uuid not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  constraint carried_pkey primary key (plan_id, account_id, case_id)
);
create table enrolment.case_move (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  from_position text,
  to_position text not null,
  reason text,
  moved_at timestamptz not null,
  account_id uuid not null,
  constraint case_move_pkey primary key (plan_id, id)
);
create index case_move_case on enrolment.case_move (plan_id, case_id, moved_at);
create table enrolment.counter (
  plan_id uuid not null,
  county_code text not null,
  position text not null,
  n integer not null,
  constraint counter_pkey primary key (plan_id, county_code, position),
  constraint counter_never_negative check (n >= 0)
);
create table enrolment.contact_try (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  channel text not null,
  result text not null,
  tried_at timestamptz not null,
  account_id uuid not null,
  constraint contact_try_pkey primary key (plan_id, id),
  constraint contact_try_channel check (channel in ('phone', 'visit', 'message', 'agency')),
  constraint contact_try_result check (result in ('spoke', 'other-answered', 'no-answer', 'wrong-number', 'declined', 'later'))
);
create index contact_try_case on enrolment.contact_try (plan_id, case_id, tried_at);
create table enrolment.import (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  state text not null,
  mapping jsonb not null,
  summary jsonb not null,
  cursor integer not null default 0,
  total integer not null,
  accepted integer not null default 0,
  rejected integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  version integer not null default 1,
  constraint import_pkey primary key (plan_id, id),
  constraint import_state check (state in ('previewed', 'running', 'finished', 'cancelled'))
);
create index import_newest on enrolment.import (plan_id, organisation_id, id desc);
create table enrolment.import_row (
  plan_id uuid not null,
  import_id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  sheet text not null,
  state text not null,
  reasons text[] not null,
  sealed_row bytea,
  case_id uuid,
  constraint import_row_pkey primary key (plan_id, import_id, number),
  constraint import_row_state check (state in ('ready', 'rejected', 'accepted'))
);
create table enrolment.mapping_memory (
  plan_id uuid not null,
  organisation_id uuid not null,
  signature bytea not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  constraint mapping_memory_pkey primary key (plan_id, organisation_id, signature)
);
create table enrolment.nomination (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  organisation_id uuid not null,
  case_id uuid not null,
  import_id uuid,
  row_number integer,
  national_id_index bytea,
  nominated_at timestamptz not null,
  constraint nomination_pkey primary key (plan_id, id)
);
create index nomination_own on enrolment.nomination (plan_id, organisation_id, national_id_index);
create index nomination_case on enrolment.nomination (plan_id, case_id);
alter table enrolment.carried add constraint carried_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.case_move add constraint case_move_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.contact_try add constraint contact_try_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.nomination add constraint nomination_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment."case" add constraint case_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table enrolment.import_row add constraint import_row_import_fkey foreign key (plan_id, import_id) references enrolment.import (plan_id, id) on delete restrict;
alter table enrolment.import add constraint import_file_fkey foreign key (plan_id, file_id) references platform.file (plan_id, id) on delete restrict;
