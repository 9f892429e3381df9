-- The list of fields of activity is versioned reference data; what a county offers, and why, belongs to the plan.
create schema occupations;
create table occupations.list_edition (
  code text not null,
  title text not null,
  source text not null,
  is_official boolean not null,
  in_force_from date not null,
  constraint list_edition_pkey primary key (code)
);
create table occupations.field (
  edition_code text not null,
  code text not null,
  name_fa text not null,
  name_en text not null,
  trade_group text not null,
  lead_agency text not null,
  permit_class text not null,
  isco08 text not null,
  relation_patterns text[] not null,
  season_months integer[] not null,
  constraint field_pkey primary key (edition_code, code),
  constraint field_permit_class check (permit_class in ('standard', 'starred-health', 'starred-veterinary', 'starred-culture', 'not-required'))
);
create table occupations.value_chain (
  code text not null,
  name_fa text not null,
  name_en text not null,
  constraint value_chain_pkey primary key (code)
);
create table occupations.chain_step (
  chain_code text not null,
  place integer not null,
  name_fa text not null,
  name_en text not null,
  is_missing_link boolean not null,
  note text,
  constraint chain_step_pkey primary key (chain_code, place)
);
create table occupations.offer (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  edition_code text not null,
  field_code text not null,
  why text not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  letter_number text,
  letter_date date,
  version integer not null default 1,
  constraint offer_pkey primary key (plan_id, id),
  constraint offer_once unique (plan_id, county_code, edition_code, field_code, valid_from)
);
alter table occupations.field add constraint field_edition_fkey foreign key (edition_code) references occupations.list_edition (code) on delete restrict;
alter table occupations.chain_step add constraint chain_step_chain_fkey foreign key (chain_code) references occupations.value_chain (code) on delete restrict;
alter table occupations.offer add constraint offer_field_fkey foreign key (edition_code, field_code) references occupations.field (edition_code, code) on delete restrict;
alter table occupations.offer add constraint offer_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
