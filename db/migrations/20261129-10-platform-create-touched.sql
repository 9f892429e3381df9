-- Whose file an act has touched, written with its history entry and let go of by whoever counts after it: what is not committed yet is not there yet, so nothing is passed over.
create table platform.touched (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid,
  case_id uuid,
  constraint touched_pkey primary key (plan_id, id),
  constraint touched_somebody check (person_id is not null or case_id is not null)
);
insert into platform.touched (plan_id, id, person_id, case_id) select plan_id, gen_random_uuid(), person_id, id from enrolment."case" where registered_on is not null;
