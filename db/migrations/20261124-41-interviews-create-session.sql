-- Sessions, panels, slots and seats: nobody is in two places at once because the database does not hold such a row.
create extension if not exists btree_gist;
-- room: a place where one session at a time is held; what stands on its door is the same everywhere and names nobody's need.
create table interviews.room (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  title text not null,
  address text not null,
  closed_on date,
  version integer not null default 1,
  constraint room_pkey primary key (plan_id, id)
);
-- member: an officer who may sit on panels; whether she is a woman is a fact with a day, because every panel needs one.
create table interviews.member (
  plan_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  officer_name text not null,
  counties text[] not null,
  is_woman boolean not null,
  stated_on date not null,
  ended_on date,
  version integer not null default 1,
  constraint member_pkey primary key (plan_id, account_id)
);
create table interviews.session (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  room_id uuid not null,
  instrument_code text not null,
  held_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint session_pkey primary key (plan_id, id),
  constraint session_state check (state in ('planned', 'cancelled')),
  constraint session_times check (ends_at > starts_at),
  constraint session_room_free exclude using gist (plan_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'planned')
);
create index session_day on interviews.session (plan_id, county_code, held_on, id);
-- panel_member: chairs 1–3 are in the room and chair 1 speaks; without a chair she reads the work sample and writes.
create table interviews.panel_member (
  plan_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  county_code text not null,
  officer_name text not null,
  chair smallint,
  is_woman boolean not null,
  is_support_body boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint panel_member_pkey primary key (plan_id, session_id, account_id),
  constraint panel_member_at_most_three check (chair between 1 and 3),
  constraint panel_member_free exclude using gist (plan_id with =, account_id with =, tstzrange(starts_at, ends_at) with &&) where (chair is not null and ended_at is null)
);
create unique index panel_member_chair on interviews.panel_member (plan_id, session_id, chair) where ended_at is null and chair is not null;
create index panel_member_account on interviews.panel_member (plan_id, account_id, starts_at);
create table interviews.slot (
  plan_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  county_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint slot_pkey primary key (plan_id, id),
  constraint slot_apart exclude using gist (plan_id with =, session_id with =, tstzrange(starts_at, ends_at) with &&)
);
-- interview: one conversation of one case, pseudonymous; what is said in it stands in tables of its own.
create table interviews.interview (
  id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  round smallint not null,
  first_id uuid,
  second_reason text,
  state text not null,
  since timestamptz not null,
  session_id uuid,
  slot_id uuid,
  instrument_code text,
  starts_at timestamptz,
  held_on date,
  opens_on date,
  closes_on date,
  seated uuid[] not null default '{}',
  support_bodies text not null default 'unasked',
  seats smallint not null default 0,
  finished smallint not null default 0,
  tell_by date,
  told_on date,
  version integer not null default 1,
  constraint interview_pkey primary key (plan_id, id),
  constraint interview_round check ((round = 1 and first_id is null and second_reason is null) or (round = 2 and first_id is not null and second_reason is not null)),
  constraint interview_state check (state in ('to-plan', 'proposed', 'invited', 'accepted', 'held', 'scored', 'agreed', 'told', 'declined', 'stopped', 'cancelled')),
  constraint interview_second_reason check (second_reason in ('her-wish', 'panel-doubt', 'appeal', 'expired')),
  constraint interview_support_bodies check (support_bodies in ('unasked', 'agreed', 'refused', 'none-there')),
  constraint interview_slot_known check ((slot_id is null) = (starts_at is null) and (slot_id is null) = (held_on is null))
);
create unique index interview_slot on interviews.interview (plan_id, slot_id) where slot_id is not null and state <> 'cancelled';
create unique index interview_open_once on interviews.interview (plan_id, person_id) where state not in ('told', 'cancelled');
create index interview_case on interviews.interview (plan_id, case_id, round);
create index interview_session on interviews.interview (plan_id, session_id) where session_id is not null;
create index interview_state on interviews.interview (plan_id, county_code, state, id);
-- seat: one member's place at one conversation, open to her from a day before to three days after.
create table interviews.seat (
  plan_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  session_id uuid not null,
  organisation_id uuid not null,
  chair smallint,
  starts_at timestamptz not null,
  held_on date not null,
  opens_on date not null,
  closes_on date not null,
  kinship text,
  finished_at timestamptz,
  ended_at timestamptz,
  constraint seat_pkey primary key (plan_id, interview_id, account_id),
  constraint seat_kinship check (kinship in ('none', 'kin')),
  constraint seat_kin_leaves check (kinship is distinct from 'kin' or (ended_at is not null and finished_at is null))
);
create index seat_account on interviews.seat (plan_id, account_id, held_on);
alter table interviews.session add constraint session_room_fkey foreign key (plan_id, room_id) references interviews.room (plan_id, id) on delete restrict;
alter table interviews.session add constraint session_instrument_fkey foreign key (instrument_code) references interviews.instrument (code) on delete restrict;
alter table interviews.panel_member add constraint panel_member_session_fkey foreign key (plan_id, session_id) references interviews.session (plan_id, id) on delete restrict;
alter table interviews.panel_member add constraint panel_member_member_fkey foreign key (plan_id, account_id) references interviews.member (plan_id, account_id) on delete restrict;
alter table interviews.slot add constraint slot_session_fkey foreign key (plan_id, session_id) references interviews.session (plan_id, id) on delete restrict;
alter table interviews.interview add constraint interview_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table interviews.interview add constraint interview_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
alter table interviews.interview add constraint interview_slot_fkey foreign key (plan_id, slot_id) references interviews.slot (plan_id, id) on delete restrict;
alter table interviews.interview add constraint interview_first_fkey foreign key (plan_id, first_id) references interviews.interview (plan_id, id) on delete restrict;
alter table interviews.interview add constraint interview_instrument_fkey foreign key (instrument_code) references interviews.instrument (code) on delete restrict;
alter table interviews.seat add constraint seat_interview_fkey foreign key (plan_id, interview_id) references interviews.interview (plan_id, id) on delete restrict;
