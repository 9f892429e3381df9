-- What she asks on her own pages: that something in her file be put right, that it end, another time for an appointment. Her guide speaks with her
-- and says what came of it.
create table people.request (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  -- Which part is wrong: a code, never a story.
  part text,
  asked_on date not null,
  answer text,
  answered_on date,
  answered_by uuid,
  constraint request_pkey primary key (plan_id, id),
  constraint request_kind check (kind in ('correction', 'leave', 'other-time', 'not-coming')),
  constraint request_part check ((kind = 'correction') = (part is not null) and (part is null or part in ('name', 'phone', 'address', 'household', 'other'))),
  constraint request_answer check (answer in ('done', 'stays') and answered_on is not null and answered_by is not null or answer is null and answered_on is null and answered_by is null)
);
create unique index request_open on people.request (plan_id, person_id, kind, coalesce(part, '')) where answered_on is null;
comment on table people.request is 'follows-her';

-- Asked by her, answered by speaking with her within three days.
create view people.due with (security_invoker = true) as
  select request.plan_id, request.county_code, null::uuid as organisation_id, null::uuid as account_id, 'her-request-to-answer' as kind,
    file.id as subject_id, min(request.asked_on) + 3 as due_on, null::text as duty
  from people.request request
  join enrolment."case" file on file.plan_id = request.plan_id and file.person_id = request.person_id and file.joined_to is null
  where current_setting('kariz.role', true) = 'GD' and request.answered_on is null
  group by request.plan_id, request.county_code, file.id;
