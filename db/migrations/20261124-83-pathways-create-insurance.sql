-- An insurance as its body moves it, mirrored by number and day and never given by us; asked for only after she was read what it may change. How long a premium lay unpaid stays in its moves.
create table pathways.insurance (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  insurer_id uuid not null,
  scheme text not null,
  payer text not null,
  state text not null default 'requested',
  state_since date not null,
  letter_number text,
  letter_date date,
  version integer not null default 1,
  constraint insurance_pkey primary key (plan_id, id),
  constraint insurance_scheme check (scheme in ('self-employed', 'home-based', 'rural-fund', 'artisans', 'workplace')),
  constraint insurance_payer check (payer in ('her', 'her-and-state', 'support-body', 'workplace')),
  constraint insurance_letter_whole check ((letter_number is null) = (letter_date is null)),
  constraint insurance_state check (state in ('requested', 'introduced', 'registered', 'in-force', 'gap', 'ended', 'expired', 'returned', 'declined-by-her', 'rejected'))
);
create index insurance_case on pathways.insurance (plan_id, case_id, id);
create unique index insurance_one_in_force on pathways.insurance (plan_id, person_id) where state in ('in-force', 'gap');
