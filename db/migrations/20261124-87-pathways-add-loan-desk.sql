-- The lender and the labour office move a loan themselves, by file number; that the money is in other hands than hers stands apart, where neither of them reads.
alter table pathways.loan add column file_number text;
update pathways.loan set file_number = file.file_number from enrolment."case" file where file.plan_id = loan.plan_id and file.id = loan.case_id;
alter table pathways.loan alter column file_number set not null;
create table pathways.loan_hands (
  plan_id uuid not null,
  loan_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  is_in_other_hands boolean not null,
  said_on date not null,
  constraint loan_hands_pkey primary key (plan_id, loan_id)
);
create index loan_hands_case on pathways.loan_hands (plan_id, case_id);
