-- Supervision on the spot: a visit to a hub or a class, and to a dwelling only with her yes, with a woman and without a marked car. What is found wrong is a finding with an act, a day and whose it is; a re-visit closes it. A finding names no woman.
create table oversight.visit (
  plan_id uuid not null,
  id uuid not null,
  number text not null,
  county_code text not null,
  place_kind text not null,
  hub_id uuid,
  place_name text,
  organisation_id uuid,
  case_id uuid,
  person_id uuid,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text,
  purpose text not null,
  planned_on date not null,
  planned_by uuid not null,
  is_woman_visitor boolean not null default false,
  is_unmarked_car boolean not null default false,
  word_manner text,
  word_on date,
  sealed_witness bytea,
  state text not null,
  checklist_version smallint not null,
  answers jsonb not null default '{}',
  visitor_id uuid,
  held_on date,
  version integer not null default 1,
  constraint visit_pkey primary key (plan_id, id),
  constraint visit_place_kind check (place_kind in ('hub', 'class', 'dwelling')),
  constraint visit_state check (state in ('asked', 'planned', 'held', 'declined', 'cancelled')),
  constraint visit_purpose check (purpose in ('regular', 'complaint', 're-visit', 'milestone')),
  constraint visit_held check ((state = 'held') = (held_on is not null) and (held_on is null) = (visitor_id is null)),
  -- Nobody stands before her door without her yes, a woman among them and a car that says nothing.
  constraint visit_dwelling_with_her_yes check (
    place_kind <> 'dwelling'
    or (person_id is not null and is_woman_visitor and is_unmarked_car and (state in ('asked', 'declined', 'cancelled') or word_on is not null))
  )
);
create index visit_newest on oversight.visit (plan_id, id desc);
create index visit_planned on oversight.visit (plan_id, county_code, planned_on, id) where state = 'planned';
create index visit_of_person on oversight.visit (plan_id, person_id, id desc) where person_id is not null;
create table oversight.finding (
  plan_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  county_code text not null,
  place_kind text not null,
  hub_id uuid,
  place_name text,
  desk text not null,
  desks text[] not null,
  item text not null,
  grade text not null,
  seen text,
  act text,
  due_on date not null,
  state text not null default 'open',
  report text,
  reported_on date,
  confirmed_on date,
  closed_on date,
  closed_by_visit_id uuid,
  version integer not null default 1,
  constraint finding_pkey primary key (plan_id, id),
  constraint finding_desk check (desk in ('EX', 'MO')),
  constraint finding_grade check (grade in ('minor', 'serious')),
  constraint finding_state check (state in ('open', 'reported', 'returned', 'confirmed', 'closed')),
  constraint finding_closed_by_a_visit check ((state = 'closed') = (closed_by_visit_id is not null) and (state = 'closed') = (closed_on is not null)),
  -- What is written of a home could be recognised: there the line of the checklist says it all.
  constraint finding_silent_of_homes check (place_kind <> 'dwelling' or (seen is null and act is null))
);
create index finding_of_visit on oversight.finding (plan_id, visit_id, id);
create index finding_unclosed on oversight.finding (plan_id, county_code, due_on, id) where state <> 'closed';
alter table oversight.finding add constraint finding_visit_fkey foreign key (plan_id, visit_id) references oversight.visit (plan_id, id) on delete restrict;
alter table oversight.finding add constraint finding_closed_by_visit_fkey foreign key (plan_id, closed_by_visit_id) references oversight.visit (plan_id, id) on delete restrict;

create view oversight.visit_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, case current_setting('kariz.role', true) when 'PO' then planned_by end as account_id,
    'visit-to-hold' as kind, id as subject_id, planned_on as due_on, null::text as duty
  from oversight.visit where state = 'planned' and current_setting('kariz.role', true) in ('PO', 'CA')
  union all
  select plan_id, county_code, null, null, 'visit-word-to-ask', case_id, planned_on, null
  from oversight.visit where state = 'asked' and current_setting('kariz.role', true) = 'GD'
  union all
  select plan_id, county_code, null, null, 'finding-to-report', id, due_on, null
  from oversight.finding where state in ('open', 'returned') and desk = current_setting('kariz.role', true)
  union all
  select plan_id, county_code, null, null, 'finding-to-confirm', id, due_on, null
  from oversight.finding where state = 'reported' and current_setting('kariz.role', true) = 'CA';
