-- A complaint, whoever makes it: on her page, by telephone, on paper or by nobody known. On whose desks it lies stands on the row, so that the office complained of never holds it; what was said lies apart, sealed, and comes to a desk without whose it is.
create schema if not exists oversight;
create table oversight.grievance (
  plan_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid,
  county_code text,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  account_id uuid not null,
  channel text not null,
  paper_number text,
  about text not null,
  organisation_id uuid,
  intake text not null,
  desk text not null,
  desks text[] not null,
  is_guide_allowed boolean not null default false,
  tracking_hash bytea not null,
  state text not null default 'received',
  received_on date not null,
  due_on date,
  answer_by date not null,
  acknowledged_on date,
  answered_on date,
  is_in_time boolean,
  told_on date,
  closed_on date,
  closed_how text,
  reopened integer not null default 0,
  version integer not null default 1,
  constraint grievance_pkey primary key (plan_id, id),
  constraint grievance_tracking unique (plan_id, tracking_hash),
  constraint grievance_channel check (channel in ('own-page', 'phone', 'paper', 'public')),
  constraint grievance_paper_numbered check ((channel = 'paper') = (paper_number is not null)),
  constraint grievance_about check (about in ('programme-office', 'guide', 'county-services', 'executor', 'agency', 'buyer', 'hub', 'other')),
  constraint grievance_state check (state in ('received', 'acknowledged', 'with-office', 'answered', 'reopened', 'escalated', 'closed')),
  constraint grievance_closed check ((state = 'closed') = (closed_how is not null) and (state = 'closed') = (closed_on is not null)),
  constraint grievance_closed_how check (closed_how in ('settled', 'unsettled', 'without-her-word')),
  -- What concerns the office itself lies with the auditor alone, whoever wrote the row.
  constraint grievance_never_judged_by_itself check (about <> 'programme-office' or (intake = 'AU' and desk = 'AU' and not 'PO' = any (desks))),
  constraint grievance_never_before_its_guide check (about <> 'guide' or not 'GD' = any (desks))
);
create index grievance_newest on oversight.grievance (plan_id, id desc);
create index grievance_waiting on oversight.grievance (plan_id, due_on) where due_on is not null;
create index grievance_public on oversight.grievance (plan_id, received_on) where channel = 'public';
create index grievance_of_person on oversight.grievance (plan_id, person_id, id desc) where person_id is not null;
create index grievance_of_organisation on oversight.grievance (plan_id, organisation_id, id desc) where organisation_id is not null;
-- What was said: her words and each answer, and what she wants kept from the office complained of. With her key where she is known, with one of the house where she is not.
create table oversight.grievance_text (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid,
  county_code text,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  sealed_words bytea,
  sealed_private bytea,
  constraint grievance_text_pkey primary key (plan_id, id)
);
create index grievance_text_of_person on oversight.grievance_text (plan_id, person_id) where person_id is not null;
alter table oversight.grievance_text add constraint grievance_text_grievance_fkey foreign key (plan_id, id) references oversight.grievance (plan_id, id) on delete restrict;

-- What waits at a desk: to say that it was heard, to bring it to who must answer, to answer; and for her guide, where she allows it, to read her the answer.
create view oversight.grievance_due with (security_invoker = true) as
  select plan_id, county_code, organisation_id, null::uuid as account_id,
    case state when 'received' then 'grievance-to-acknowledge' when 'acknowledged' then 'grievance-to-pass' else 'grievance-to-answer' end as kind,
    id as subject_id, due_on, null::text as duty
  from oversight.grievance
  where due_on is not null
    and ((state in ('received', 'acknowledged') and intake = current_setting('kariz.role', true))
      or (state in ('with-office', 'reopened', 'escalated') and desk = current_setting('kariz.role', true)))
  union all
  select told.plan_id, told.county_code, null, null, 'grievance-answer-to-tell', file.id, told.due_on, null
  from oversight.grievance told
  join enrolment."case" file on file.plan_id = told.plan_id and file.person_id = told.person_id and file.joined_to is null
  where told.state = 'answered' and told.due_on is not null and current_setting('kariz.role', true) = 'GD';

-- Clocks of a complaint, and how long its words are kept once it is closed: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan
  cross join (values ('grievance-acknowledging', '3'), ('grievance-answering', '15'), ('grievance-word', '14'), ('grievance-retention', '730')) fresh (name, value);
