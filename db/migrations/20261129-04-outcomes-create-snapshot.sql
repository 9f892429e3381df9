-- What she did before the plan, asked once by the caller of her first follow-up and by nobody who gains by the answer; and what was true of her work on the day of each follow-up, frozen with its hash. A correction is a row of its own that names the old one.
create table outcomes.baseline (
  plan_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  work text not null,
  account_id uuid not null,
  asked_on date not null,
  constraint baseline_pkey primary key (plan_id, case_id),
  constraint baseline_work check (work in ('none', 'stood-still', 'working'))
);
create table outcomes.snapshot (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  follow_up_id uuid not null,
  month smallint not null,
  until_on date not null,
  taken_at timestamptz not null,
  content jsonb not null,
  hash bytea not null,
  -- account_id: who corrected; the job that froze it has none.
  account_id uuid,
  replaces uuid,
  reason text,
  constraint snapshot_pkey primary key (plan_id, id),
  constraint snapshot_corrected_once unique (plan_id, replaces),
  constraint snapshot_correction_whole check ((replaces is null) = (reason is null) and (replaces is null) = (account_id is null))
);
create unique index snapshot_once on outcomes.snapshot (plan_id, follow_up_id) where replaces is null;
create index snapshot_case on outcomes.snapshot (plan_id, case_id, month);
alter table outcomes.baseline add constraint baseline_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table outcomes.snapshot add constraint snapshot_follow_up_fkey foreign key (plan_id, follow_up_id) references outcomes.follow_up (plan_id, id) on delete restrict;
alter table outcomes.snapshot add constraint snapshot_replaces_fkey foreign key (plan_id, replaces) references outcomes.snapshot (plan_id, id) on delete restrict;

-- is_once: asked at the first follow-up, and later only while nobody knows the answer. The second version asks what she did before, and leaves how the work fits her life to later calls, so that the first has eight questions still.
alter table outcomes.question add column is_once boolean not null default false;
insert into outcomes.instrument (code, title, source, in_force_from) values
  ('follow-up-2', 'پیگیری تلفنی', 'پیش‌نویس سامانه؛ هشت پرسش در پیگیری نخست، از جمله کار پیش از طرح', '2026-03-22');
insert into outcomes.question (instrument_code, code, place, kind, sentence, not_in_first, is_once)
  select 'follow-up-2', code, place + 1, kind, sentence, not_in_first or code = 'load', false from outcomes.question where instrument_code = 'follow-up-1';
insert into outcomes.question (instrument_code, code, place, kind, sentence, not_in_first, is_once) values
  ('follow-up-2', 'work-before', 1, 'choice', 'پیش از آن‌که با ما آشنا شوید، کاری داشتید که درآمدی بیاورد؟', false, true);
insert into outcomes.choice (instrument_code, question_code, code, place, sentence)
  select 'follow-up-2', question_code, code, place, sentence from outcomes.choice where instrument_code = 'follow-up-1';
insert into outcomes.choice (instrument_code, question_code, code, place, sentence) values
  ('follow-up-2', 'work-before', 'none', 1, 'نه'),
  ('follow-up-2', 'work-before', 'stood-still', 2, 'کاری داشتم که خوابیده بود'),
  ('follow-up-2', 'work-before', 'working', 3, 'بله، کار می‌کردم');
