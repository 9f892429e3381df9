-- Calls at dated months after her pathway was agreed: who was to be asked, by whom, in which days, and what came of it. The caller is neither her guide nor of the executor.
create table outcomes.instrument (
  code text not null,
  title text not null,
  source text not null,
  in_force_from date not null,
  constraint instrument_pkey primary key (code)
);
-- question: months empty asks it every time. kind: one of its choices, or rial of one month.
create table outcomes.question (
  instrument_code text not null,
  code text not null,
  place smallint not null,
  kind text not null,
  sentence text not null,
  not_in_first boolean not null,
  constraint question_pkey primary key (instrument_code, code),
  constraint question_place unique (instrument_code, place),
  constraint question_kind check (kind in ('choice', 'rial'))
);
create table outcomes.choice (
  instrument_code text not null,
  question_code text not null,
  code text not null,
  place smallint not null,
  sentence text not null,
  constraint choice_pkey primary key (instrument_code, question_code, code),
  constraint choice_place unique (instrument_code, question_code, place)
);
create table outcomes.follow_up (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  month smallint not null,
  kind text not null,
  instrument_code text not null,
  opens_on date not null,
  closes_on date not null,
  -- account_id: the caller. away: who gave it back, and who called before. executors: bodies that carry the plan out, of which nobody calls.
  account_id uuid,
  organisation_id uuid,
  away uuid[] not null default '{}',
  executors uuid[] not null default '{}',
  kinship text,
  state text not null,
  state_since date not null,
  missing_reason text,
  tries smallint not null default 0,
  -- draw: of ten thousand, from the key of the house when she had answered; below the share of the day she is called once more from another county.
  draw smallint,
  compared smallint not null default 0,
  agreeing smallint not null default 0,
  version integer not null default 1,
  constraint follow_up_pkey primary key (plan_id, id),
  constraint follow_up_once unique (plan_id, case_id, month, kind),
  constraint follow_up_kind check (kind in ('first', 'call-back')),
  constraint follow_up_days check (closes_on >= opens_on),
  constraint follow_up_state check (state in ('to-give', 'given', 'answered', 'missing')),
  constraint follow_up_missing_reason check ((state = 'missing') = (missing_reason is not null) and missing_reason in ('unreached', 'not-wished', 'not-callable', 'days-over', 'road-ended')),
  constraint follow_up_kinship check (kinship in ('none')),
  constraint follow_up_given check (state <> 'given' or (account_id is not null and organisation_id is not null)),
  constraint follow_up_not_of_executor check (organisation_id is null or organisation_id <> all (executors)),
  constraint follow_up_not_away check (state <> 'given' or account_id <> all (away)),
  constraint follow_up_compared check (agreeing between 0 and compared)
);
create index follow_up_caller on outcomes.follow_up (plan_id, account_id, opens_on) where state = 'given';
create index follow_up_open on outcomes.follow_up (plan_id, opens_on, id) where state in ('to-give', 'given');
create table outcomes.call_try (
  plan_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  result text not null,
  tried_at timestamptz not null,
  constraint call_try_pkey primary key (plan_id, id),
  constraint call_try_result check (result in ('no-answer', 'somebody-else', 'another-time', 'not-wished', 'not-callable'))
);
create index call_try_of on outcomes.call_try (plan_id, follow_up_id, tried_at);
-- answer: what she said, sealed under her key; the caller writes it and reads it no more.
create table outcomes.answer (
  plan_id uuid not null,
  follow_up_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  sealed_answers bytea not null,
  answered_on date not null,
  constraint answer_pkey primary key (plan_id, follow_up_id)
);
-- own_sale: what stayed with her of what she sold herself in one month, in her own word at a follow-up; a month is said once.
create table outcomes.own_sale (
  plan_id uuid not null,
  case_id uuid not null,
  month text not null,
  follow_up_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  net_rial bigint not null,
  said_on date not null,
  constraint own_sale_pkey primary key (plan_id, case_id, month),
  constraint own_sale_month check (month ~ '^1[34][0-9]{2}-(0[1-9]|1[0-2])$'),
  constraint own_sale_net check (net_rial > 0)
);
alter table outcomes.question add constraint question_instrument_fkey foreign key (instrument_code) references outcomes.instrument (code) on delete restrict;
alter table outcomes.choice add constraint choice_question_fkey foreign key (instrument_code, question_code) references outcomes.question (instrument_code, code) on delete restrict;
alter table outcomes.follow_up add constraint follow_up_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table outcomes.follow_up add constraint follow_up_instrument_fkey foreign key (instrument_code) references outcomes.instrument (code) on delete restrict;
alter table outcomes.call_try add constraint call_try_follow_up_fkey foreign key (plan_id, follow_up_id) references outcomes.follow_up (plan_id, id) on delete restrict;
alter table outcomes.answer add constraint answer_follow_up_fkey foreign key (plan_id, follow_up_id) references outcomes.follow_up (plan_id, id) on delete restrict;
alter table outcomes.own_sale add constraint own_sale_follow_up_fkey foreign key (plan_id, follow_up_id) references outcomes.follow_up (plan_id, id) on delete restrict;
insert into outcomes.instrument (code, title, source, in_force_from) values
  ('follow-up-1', 'پیگیری تلفنی', 'پیش‌نویس سامانه؛ هشت پرسش در پیگیری نخست و یکی دیگر در پیگیری‌های بعد', '2026-03-21');
insert into outcomes.question (instrument_code, code, place, kind, sentence, not_in_first) values
  ('follow-up-1', 'work-now', 1, 'choice', 'این روزها کار می‌کنید؟', false),
  ('follow-up-1', 'money-came', 2, 'choice', 'پول کاری که تحویل داده‌اید به دستتان رسیده است؟', false),
  ('follow-up-1', 'own-sales', 3, 'rial', 'ماه گذشته خودتان هم چیزی فروختید؟ پس از خرج‌ها چقدر برایتان ماند؟', false),
  ('follow-up-1', 'load', 4, 'choice', 'این کار با بقیهٔ کارهای زندگی‌تان جور درمی‌آید؟', false),
  ('follow-up-1', 'may-refuse', 5, 'choice', 'اگر سفارشی را نخواهید، می‌توانید راحت نه بگویید؟', false),
  ('follow-up-1', 'decides', 6, 'choice', 'دربارهٔ خرج کردن این پول چه کسی تصمیم می‌گیرد؟', false),
  ('follow-up-1', 'hardest', 7, 'choice', 'این روزها چه چیزی کار را برایتان از همه سخت‌تر می‌کند؟', false),
  ('follow-up-1', 'guide-calls', 8, 'choice', 'می‌خواهید همراهتان با شما تماس بگیرد؟', false),
  ('follow-up-1', 'household-income', 9, 'choice', 'این ماه، خانه‌تان روی هم با چقدر گذشت؟', true);
insert into outcomes.choice (instrument_code, question_code, code, place, sentence) values
  ('follow-up-1', 'work-now', 'orders', 1, 'بله، برای سفارش'),
  ('follow-up-1', 'work-now', 'own', 2, 'بله، برای خودم'),
  ('follow-up-1', 'work-now', 'wage', 3, 'بله، نزد دیگری'),
  ('follow-up-1', 'work-now', 'paused', 4, 'فعلاً نه، ادامه می‌دهم'),
  ('follow-up-1', 'work-now', 'no', 5, 'نه'),
  ('follow-up-1', 'money-came', 'all', 1, 'همه‌اش رسیده'),
  ('follow-up-1', 'money-came', 'some', 2, 'بخشی رسیده'),
  ('follow-up-1', 'money-came', 'none', 3, 'هنوز نرسیده'),
  ('follow-up-1', 'money-came', 'nothing-owed', 4, 'چیزی تحویل نداده‌ام'),
  ('follow-up-1', 'load', 'fits', 1, 'بله'),
  ('follow-up-1', 'load', 'heavy', 2, 'سنگین است'),
  ('follow-up-1', 'load', 'little', 3, 'کار کم است'),
  ('follow-up-1', 'may-refuse', 'yes', 1, 'بله'),
  ('follow-up-1', 'may-refuse', 'hardly', 2, 'به‌سختی'),
  ('follow-up-1', 'may-refuse', 'no', 3, 'نه'),
  ('follow-up-1', 'decides', 'herself', 1, 'خودم'),
  ('follow-up-1', 'decides', 'together', 2, 'با هم'),
  ('follow-up-1', 'decides', 'others', 3, 'دیگران'),
  ('follow-up-1', 'hardest', 'nothing', 1, 'چیز سختی نیست'),
  ('follow-up-1', 'hardest', 'orders', 2, 'سفارش نیست'),
  ('follow-up-1', 'hardest', 'material', 3, 'مواد یا ابزار'),
  ('follow-up-1', 'hardest', 'money', 4, 'پول دیر می‌رسد'),
  ('follow-up-1', 'hardest', 'time', 5, 'وقت و کارهای خانه'),
  ('follow-up-1', 'hardest', 'body', 6, 'خستگی یا بیماری'),
  ('follow-up-1', 'guide-calls', 'yes', 1, 'بله'),
  ('follow-up-1', 'guide-calls', 'no', 2, 'لازم نیست'),
  ('follow-up-1', 'household-income', 'none', 1, 'درآمدی نداشتیم'),
  ('follow-up-1', 'household-income', 'under-half', 2, 'کمتر از نصف حداقل مزد'),
  ('follow-up-1', 'household-income', 'under-one', 3, 'کمتر از حداقل مزد'),
  ('follow-up-1', 'household-income', 'under-two', 4, 'تا دو برابر حداقل مزد'),
  ('follow-up-1', 'household-income', 'two-and-more', 5, 'بیشتر از آن');

-- What waits: calls of a caller within their days, and for the office those for which nobody fits.
create view outcomes.due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, account_id, 'follow-up-to-call' as kind, id as subject_id, opens_on + 7 as due_on, null::text as duty
  from outcomes.follow_up
  where current_setting('kariz.role', true) = 'IN' and state = 'given';
create view outcomes.office_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, 'follow-up-to-give' as kind, id as subject_id, opens_on + 3 as due_on, null::text as duty
  from outcomes.follow_up
  where current_setting('kariz.role', true) = 'PO' and state = 'to-give' and opens_on <= nullif(current_setting('kariz.today', true), '')::date;
