-- Lessons of the pilot: what was learned at which step, the figure it rests on as it was that day, what changes, and whether an edition of the plan took it up.
create table oversight.lesson (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  step text not null,
  learned text not null,
  change text not null,
  figure text not null,
  figure_value integer not null,
  figure_on date not null,
  state text not null default 'noted',
  edition integer,
  reason text,
  noted_by uuid not null,
  settled_on date,
  version integer not null default 1,
  constraint lesson_pkey primary key (plan_id, id),
  constraint lesson_figure check (figure in ('registrations', 'sessions', 'talks', 'work-plans', 'paid-lots')),
  constraint lesson_step check (step in ('introduction', 'admission', 'talk', 'work-plan', 'work-and-market', 'lasting-income')),
  constraint lesson_state check (state in ('noted', 'adopted', 'not-adopted')),
  constraint lesson_settled check (case state when 'noted' then edition is null and reason is null and settled_on is null when 'adopted' then edition is not null and settled_on is not null else reason is not null and settled_on is not null end)
);
create index lesson_newest on oversight.lesson (plan_id, id desc);
