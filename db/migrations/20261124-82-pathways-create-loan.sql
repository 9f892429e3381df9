-- A loan as lender and offices move it, mirrored by number and day and never given by us; asked for only after she was read what she may lose by it.
create table pathways.loan (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  lender_id uuid not null,
  amount_rial bigint not null,
  state text not null default 'requested',
  state_since date not null,
  letter_number text,
  letter_date date,
  version integer not null default 1,
  constraint loan_pkey primary key (plan_id, id),
  constraint loan_amount check (amount_rial > 0),
  constraint loan_letter_whole check ((letter_number is null) = (letter_date is null)),
  constraint loan_state check (state in ('requested', 'introduced', 'received', 'credit-checked', 'file-complete', 'guarantor-ok', 'approved', 'signed', 'part-paid', 'paid', 'grace', 'repaying', 'settled', 'expired', 'returned', 'declined-by-her', 'rejected', 'rescheduled', 'overdue', 'guarantee-called'))
);
create index loan_case on pathways.loan (plan_id, case_id, id);
