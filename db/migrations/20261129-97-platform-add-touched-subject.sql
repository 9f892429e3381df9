-- Complaints and findings stand on the board and are nobody's file: an act marks them by their own id, and what each adds to the board is kept under it.
alter table platform.touched add column subject_id uuid;
alter table platform.touched drop constraint touched_somebody;
alter table platform.touched add constraint touched_something check (person_id is not null or case_id is not null or subject_id is not null);
alter table outcomes.board_part rename column case_id to subject_id;
insert into platform.touched (plan_id, id, subject_id)
  select plan_id, gen_random_uuid(), id from oversight.grievance union all select plan_id, gen_random_uuid(), id from oversight.finding;
