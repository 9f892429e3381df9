-- A counselling centre with its licence and its places, who guides there, and the women who have a place in it. The counter on the row settles many at once.
create table pathways.centre (
  plan_id uuid not null,
  id uuid not null,
  name text not null,
  county_code text not null,
  licence_number text not null,
  licence_from date not null,
  licence_to date not null,
  places integer not null,
  used integer not null default 0,
  version integer not null default 1,
  constraint centre_pkey primary key (plan_id, id),
  constraint centre_licence_days check (licence_to > licence_from),
  constraint centre_places check (places > 0),
  constraint centre_used check (used between 0 and places)
);
create index centre_county on pathways.centre (plan_id, county_code, name, id);
create table pathways.centre_guide (
  plan_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  since date not null,
  ended_on date,
  constraint centre_guide_pkey primary key (plan_id, id)
);
create unique index centre_guide_one on pathways.centre_guide (plan_id, account_id) where ended_on is null;
create index centre_guide_of on pathways.centre_guide (plan_id, centre_id) where ended_on is null;
create table pathways.centre_place (
  plan_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  taken_on date not null,
  ended_on date,
  constraint centre_place_pkey primary key (plan_id, id)
);
create unique index centre_place_one on pathways.centre_place (plan_id, person_id) where ended_on is null;
create index centre_place_case on pathways.centre_place (plan_id, case_id, taken_on desc);
alter table pathways.centre_guide add constraint centre_guide_centre_fkey foreign key (plan_id, centre_id) references pathways.centre (plan_id, id) on delete restrict;
alter table pathways.centre_place add constraint centre_place_centre_fkey foreign key (plan_id, centre_id) references pathways.centre (plan_id, id) on delete restrict;

-- The office hears of a licence thirty days before it ends, and until it is renewed.
create view pathways.office_due with (security_invoker = true) as
  select centre.plan_id, centre.county_code, null::uuid as organisation_id, null::uuid as account_id, 'centre-licence-to-renew' as kind,
    centre.id as subject_id, centre.licence_to as due_on, null::text as duty
  from pathways.centre centre
  where centre.licence_to <= nullif(current_setting('kariz.today', true), '')::date + 30;
