-- A study of a county by an executor under a letter: what was found of each occupation, with the figures as they stood when the office concluded it, and what is offered because of it.
create table amayesh.study (
  plan_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  organisation_id uuid not null,
  county_code text not null,
  letter_number text not null,
  letter_date date not null,
  tasks_done text[] not null default '{}',
  state text not null default 'under-way',
  state_since date not null,
  reason text,
  version integer not null default 1,
  constraint study_pkey primary key (plan_id, id),
  constraint study_number unique (plan_id, number),
  constraint study_state check (state in ('under-way', 'concluded', 'withdrawn'))
);
create index study_newest on amayesh.study (plan_id, id desc);
create table amayesh.finding (
  plan_id uuid not null,
  study_id uuid not null,
  field_code text not null,
  county_code text not null,
  verdict text not null,
  says text not null,
  figures jsonb,
  offer_id uuid,
  constraint finding_pkey primary key (plan_id, study_id, field_code),
  constraint finding_verdict check (verdict in ('offer', 'wait', 'leave'))
);
alter table amayesh.study add constraint study_organisation_fkey foreign key (organisation_id) references partners.organisation (id) on delete restrict;
alter table amayesh.study add constraint study_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table amayesh.finding add constraint finding_study_fkey foreign key (plan_id, study_id) references amayesh.study (plan_id, id) on delete restrict;
