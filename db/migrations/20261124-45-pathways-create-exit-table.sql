-- What may change if she earns: editions of one dated table, in force by letter, and what each woman was shown and said; no permit, insurance, loan or order passes without it.
create schema pathways;
create table pathways.exit_edition (
  plan_id uuid not null,
  id uuid not null,
  number integer not null,
  in_force_from date not null,
  letter_number text not null,
  letter_date date not null,
  show_by date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint exit_edition_pkey primary key (plan_id, id),
  constraint exit_edition_number unique (plan_id, number)
);
create index exit_edition_in_force on pathways.exit_edition (plan_id, in_force_from desc, number desc);
-- exit_row: one line of an edition; without a letter its source is unknown, and it says so.
create table pathways.exit_row (
  plan_id uuid not null,
  edition_id uuid not null,
  place smallint not null,
  support text not null,
  what text not null,
  happens text not null,
  source_number text,
  source_date date,
  constraint exit_row_pkey primary key (plan_id, edition_id, place),
  constraint exit_row_support check (support in ('relief-committee', 'behzisti', 'survivor-pension', 'insurance', 'cash-subsidy')),
  constraint exit_row_source_whole check ((source_number is null) = (source_date is null))
);
create table pathways.exit_showing (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  edition_id uuid not null,
  manner text not null,
  sealed_witness bytea,
  shown_on date not null,
  account_id uuid not null,
  constraint exit_showing_pkey primary key (plan_id, id),
  constraint exit_showing_once unique (plan_id, person_id, edition_id),
  constraint exit_showing_manner check (manner in ('spoken', 'signature', 'fingerprint'))
);
create index exit_showing_case on pathways.exit_showing (plan_id, case_id);
-- exit_answer: her word on one act under one edition; her last word stands, and nothing counts how often she changed it.
create table pathways.exit_answer (
  plan_id uuid not null,
  person_id uuid not null,
  edition_id uuid not null,
  act text not null,
  case_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  answer text not null,
  manner text not null,
  sealed_witness bytea,
  answered_on date not null,
  account_id uuid not null,
  constraint exit_answer_pkey primary key (plan_id, person_id, edition_id, act),
  constraint exit_answer_act check (act in ('permit', 'insurance', 'loan', 'order')),
  constraint exit_answer_answer check (answer in ('goes-on', 'not-now')),
  constraint exit_answer_manner check (manner in ('spoken', 'signature', 'fingerprint'))
);
alter table pathways.exit_row add constraint exit_row_edition_fkey foreign key (plan_id, edition_id) references pathways.exit_edition (plan_id, id) on delete restrict;
alter table pathways.exit_showing add constraint exit_showing_edition_fkey foreign key (plan_id, edition_id) references pathways.exit_edition (plan_id, id) on delete restrict;
alter table pathways.exit_answer add constraint exit_answer_edition_fkey foreign key (plan_id, edition_id) references pathways.exit_edition (plan_id, id) on delete restrict;

-- What waits for her guide: a woman on the road of work who has not been shown the table in force, to the end of her twenty-four months.
create view pathways.due with (security_invoker = true) as
  select file.plan_id, file.county_code, null::uuid as organisation_id, null::uuid as account_id,
    case when exists (select from pathways.exit_showing earlier where earlier.plan_id = file.plan_id and earlier.person_id = file.person_id)
      then 'exit-table-to-show-again' else 'exit-table-to-show' end as kind,
    file.id as subject_id, greatest(in_force.show_by, (file.since at time zone 'Asia/Tehran')::date) as due_on, null::text as duty
  from enrolment."case" file
  join lateral (
    select edition.id, edition.show_by from pathways.exit_edition edition
    where edition.plan_id = file.plan_id and edition.in_force_from <= nullif(current_setting('kariz.today', true), '')::date
    order by edition.in_force_from desc, edition.number desc limit 1
  ) in_force on true
  where current_setting('kariz.role', true) = 'GD'
    and file.position in ('interviewed', 'pathway-agreed', 'active', 'earning', 'interrupted', 'sustained', 'aftercare')
    and not exists (select from pathways.exit_showing showing where showing.plan_id = file.plan_id and showing.person_id = file.person_id and showing.edition_id = in_force.id);

-- By when a changed table is shown again: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'exit-table-showing', '14'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
