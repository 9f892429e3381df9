-- Organisations are reference data; that they take part in a plan, as what and where, is a dated membership of the plan.
create schema partners;
create table partners.organisation (
  id uuid not null,
  person_kind text not null,
  organisation_type text not null,
  name_fa text not null,
  name_en text,
  legal_id text,
  parent_id uuid,
  agency_code text,
  is_support_body boolean not null default false,
  is_social_entrepreneur boolean not null default false,
  version integer not null default 1,
  constraint organisation_pkey primary key (id),
  constraint organisation_legal_id unique (legal_id),
  constraint organisation_person_kind check (person_kind in ('natural', 'legal'))
);
create table partners.membership (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  kinds text[] not null,
  counties text[] not null,
  valid_from date not null,
  valid_to date,
  letter_number text,
  letter_date date,
  version integer not null default 1,
  constraint membership_pkey primary key (plan_id, id),
  constraint membership_kinds check (cardinality(kinds) > 0)
);
create index membership_organisation on partners.membership (plan_id, organisation_id);
create table partners.capacity (
  plan_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  county_code text not null,
  kind text not null,
  title text not null,
  unit text not null,
  total integer not null,
  used integer not null default 0,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  constraint capacity_pkey primary key (plan_id, id),
  constraint capacity_kind check (kind in ('course', 'premises', 'credit', 'equipment')),
  constraint capacity_never_overdrawn check (used >= 0 and used <= total)
);
create index capacity_county on partners.capacity (plan_id, county_code, kind, id);
alter table partners.organisation add constraint organisation_parent_fkey foreign key (parent_id) references partners.organisation (id) on delete restrict;
alter table partners.membership add constraint membership_organisation_fkey foreign key (organisation_id) references partners.organisation (id) on delete restrict;
alter table partners.capacity add constraint capacity_organisation_fkey foreign key (organisation_id) references partners.organisation (id) on delete restrict;
alter table partners.capacity add constraint capacity_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
