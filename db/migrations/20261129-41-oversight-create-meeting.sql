-- Meetings of a county or of the province, which idea or resolution came of each, and what became of it. A resolution moves by one table of moves; overdue is derived. Members are offices, never women.
create table oversight.meeting (
  plan_id uuid not null,
  id uuid not null,
  county_code text,
  shared_with uuid[] not null default '{}',
  kind text not null,
  body text not null,
  title text not null,
  agenda text[] not null,
  called_on date not null,
  meets_on date not null,
  meets_at text not null,
  place text not null,
  present integer,
  quorum_part smallint,
  quorum_of smallint,
  attended_on date,
  minutes text,
  minutes_number text,
  minutes_date date,
  called_by uuid not null,
  version integer not null default 1,
  constraint meeting_pkey primary key (plan_id, id),
  constraint meeting_kind check (kind in ('consultative', 'deciding')),
  constraint meeting_attended_whole check ((attended_on is null) = (present is null)),
  constraint meeting_quorum_of_deciding check (attended_on is null or (kind = 'deciding') = (quorum_of is not null)),
  constraint meeting_minutes_whole check ((minutes is null) = (minutes_number is null) and (minutes is null) = (minutes_date is null)),
  constraint meeting_signed_after_held check (minutes is null or attended_on is not null)
);
create index meeting_newest on oversight.meeting (plan_id, id desc);
create table oversight.meeting_member (
  plan_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  county_code text,
  shared_with uuid[] not null default '{}',
  organisation_id uuid not null,
  title text not null,
  deputy text,
  attendance text,
  constraint meeting_member_pkey primary key (plan_id, id),
  constraint member_once unique (plan_id, meeting_id, organisation_id, title),
  constraint meeting_member_attendance check (attendance in ('self', 'deputy', 'absent'))
);
create table oversight.idea (
  plan_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  county_code text,
  shared_with uuid[] not null default '{}',
  organisation_id uuid not null,
  sentence text not null,
  answer text,
  answered_on date,
  version integer not null default 1,
  constraint idea_pkey primary key (plan_id, id),
  constraint idea_answer_whole check ((answer is null) = (answered_on is null))
);
create index idea_of_meeting on oversight.idea (plan_id, meeting_id, id);
create index idea_open on oversight.idea (plan_id, organisation_id) where answer is null;
create table oversight.resolution (
  plan_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  county_code text,
  shared_with uuid[] not null default '{}',
  organisation_id uuid not null,
  place smallint not null,
  agenda_place smallint not null,
  sentence text not null,
  due_on date not null,
  state text not null default 'draft',
  state_since date not null,
  votes_for integer,
  letter_number text,
  letter_date date,
  acknowledge_by date,
  report text,
  return_reason text,
  extended smallint not null default 0,
  superseded_by uuid,
  -- The obstacle in a rule that stands in its way, kept by reforms.
  blocked_by uuid,
  version integer not null default 1,
  constraint resolution_pkey primary key (plan_id, id),
  constraint resolution_place unique (plan_id, meeting_id, place),
  constraint resolution_state check (state in ('draft', 'adopted', 'signed', 'notified', 'acknowledged', 'in-progress', 'reported', 'confirmed', 'returned')),
  constraint resolution_adopted_by_votes check (state = 'draft' or votes_for > 0),
  constraint resolution_notified_by_letter check (state in ('draft', 'adopted', 'signed') or (letter_number is not null and letter_date is not null)),
  constraint resolution_returned_with_reason check (state <> 'returned' or return_reason is not null),
  constraint resolution_not_by_itself check (superseded_by <> id)
);
create index resolution_newest on oversight.resolution (plan_id, id desc);
create index resolution_of_meeting on oversight.resolution (plan_id, meeting_id, place);
create index resolution_open on oversight.resolution (plan_id, organisation_id, due_on) where state not in ('draft', 'confirmed') and superseded_by is null;
create table oversight.resolution_move (
  plan_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  county_code text,
  shared_with uuid[] not null default '{}',
  organisation_id uuid not null,
  act text not null,
  note text,
  letter_number text,
  letter_date date,
  due_on date,
  moved_on date not null,
  moved_at timestamptz not null,
  account_id uuid not null,
  constraint resolution_move_pkey primary key (plan_id, id),
  constraint resolution_move_act check (act in ('adopted', 'signed', 'notified', 'acknowledged', 'in-progress', 'reported', 'confirmed', 'returned', 'extended', 'blocked', 'unblocked', 'superseded'))
);
create index resolution_move_of on oversight.resolution_move (plan_id, resolution_id, moved_at, id);
alter table oversight.meeting_member add constraint meeting_member_meeting_fkey foreign key (plan_id, meeting_id) references oversight.meeting (plan_id, id) on delete restrict;
alter table oversight.idea add constraint idea_meeting_fkey foreign key (plan_id, meeting_id) references oversight.meeting (plan_id, id) on delete restrict;
alter table oversight.resolution add constraint resolution_meeting_fkey foreign key (plan_id, meeting_id) references oversight.meeting (plan_id, id) on delete restrict;
alter table oversight.resolution add constraint resolution_superseded_fkey foreign key (plan_id, superseded_by) references oversight.resolution (plan_id, id) on delete restrict;
alter table oversight.resolution_move add constraint resolution_move_resolution_fkey foreign key (plan_id, resolution_id) references oversight.resolution (plan_id, id) on delete restrict;

-- Dated numbers of meetings for plans already founded: defaults, marked as such (rules seen in provincial working groups: a week ahead, two thirds).
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
select one.plan_id, gen_random_uuid(), known.name, known.value, known.unit, one.started_on, 'پیش‌فرض سامانه', one.started_on, true
from plan.plan one, (values
  ('meeting-quorum', '{"part": 2, "of": 3}'::jsonb, 'share'),
  ('agenda-ahead', '7'::jsonb, 'days'),
  ('resolution-acknowledging', '7'::jsonb, 'days')) as known (name, value, unit)
where not exists (select from plan.parameter kept where kept.plan_id = one.plan_id and kept.name = known.name);
