-- What was said so far while a registration is under way: sealed as a whole, so that nothing typed is lost before its group is complete.
create table enrolment.registration_draft (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  ground_id uuid not null,
  sealed_fields bytea,
  saved_at timestamptz not null,
  constraint registration_draft_pkey primary key (plan_id, id)
);
comment on column enrolment.registration_draft.id is 'The case; one draft each.';
alter table enrolment.registration_draft add constraint registration_draft_case_fkey foreign key (plan_id, id) references enrolment."case" (plan_id, id) on delete restrict;
