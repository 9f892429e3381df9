-- What a study of a territory rests on beside orders and workshops: buyers known by a document, who does which link of a chain where, and how many people work in what.
create schema if not exists amayesh;
create table amayesh.buyer (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  field_code text not null,
  buyer text not null,
  monthly integer not null,
  unit text not null,
  source text not null,
  letter_number text,
  letter_date date,
  valid_from date not null,
  valid_to date,
  account_id uuid not null,
  version integer not null default 1,
  constraint buyer_pkey primary key (plan_id, id),
  constraint buyer_monthly check (monthly > 0),
  constraint buyer_days check (valid_to >= valid_from),
  constraint buyer_letter_whole check ((letter_number is null) = (letter_date is null))
);
create index buyer_open on amayesh.buyer (plan_id, county_code, field_code, id) where valid_to is null;
create table amayesh.link_actor (
  plan_id uuid not null,
  id uuid not null,
  chain_code text not null,
  place integer not null,
  county_code text not null,
  actor text not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  account_id uuid not null,
  version integer not null default 1,
  constraint link_actor_pkey primary key (plan_id, id),
  constraint link_actor_days check (valid_to >= valid_from)
);
create index link_actor_open on amayesh.link_actor (plan_id, chain_code, place, county_code) where valid_to is null;
-- People at work in a group of trades in a county in a year, as a source says; a later row of the same place and year corrects the earlier, which stays.
create table amayesh.figure (
  plan_id uuid not null,
  id uuid not null,
  trade_group text not null,
  county_code text not null,
  year integer not null,
  people integer not null,
  source text not null,
  letter_number text,
  letter_date date,
  account_id uuid not null,
  entered_at timestamptz not null,
  constraint figure_pkey primary key (plan_id, id),
  constraint figure_people check (people >= 0),
  constraint figure_year check (year between 1300 and 1500),
  constraint figure_letter_whole check ((letter_number is null) = (letter_date is null))
);
create index figure_of on amayesh.figure (plan_id, year, county_code, trade_group, entered_at desc);
alter table amayesh.buyer add constraint buyer_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table amayesh.link_actor add constraint link_actor_step_fkey foreign key (chain_code, place) references occupations.chain_step (chain_code, place) on delete restrict;
alter table amayesh.link_actor add constraint link_actor_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table amayesh.figure add constraint figure_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
