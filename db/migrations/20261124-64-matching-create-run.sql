-- The record of a run, complete enough to be repeated: what went in with its digest, weights with their version, the seed of the lots, what came out and its proof. A woman's line stands apart from her tier, lot and worth, which the market does not read.
create table matching.run (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  ran_on date not null,
  ran_at timestamptz not null,
  account_id uuid not null,
  input_hash bytea not null,
  weights jsonb not null,
  weights_version text not null,
  solver_version text not null,
  tier_set text not null,
  seed text not null,
  women integer not null,
  pairs integer not null,
  offers jsonb not null,
  constraint run_pkey primary key (plan_id, id)
);
create index run_newest on matching.run (plan_id, county_code, id desc);
create table matching.weighed (
  plan_id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  weighed_on date not null,
  outcome text not null,
  opportunity_id uuid,
  pairs jsonb not null,
  constraint weighed_pkey primary key (plan_id, run_id, case_id),
  constraint weighed_outcome check (outcome in ('proposed', 'others-first', 'nothing-fits') and (outcome = 'proposed') = (opportunity_id is not null))
);
create index weighed_of_case on matching.weighed (plan_id, case_id, run_id desc);
create table matching.turn (
  plan_id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  tier smallint not null,
  lot integer not null,
  worth bigint not null,
  constraint turn_pkey primary key (plan_id, run_id, case_id)
);
create index turn_of_case on matching.turn (plan_id, case_id, run_id desc);
alter table matching.weighed add constraint weighed_run_fkey foreign key (plan_id, run_id) references matching.run (plan_id, id) on delete restrict;
alter table matching.weighed add constraint weighed_opportunity_fkey foreign key (plan_id, opportunity_id) references matching.opportunity (plan_id, id) on delete restrict;
alter table matching.turn add constraint turn_run_fkey foreign key (plan_id, run_id) references matching.run (plan_id, id) on delete restrict;
