-- A file hangs on one guide at a time; whether it came to her from another, so that the woman is told. How many files one guide may carry is a dated number with a letter.
alter table enrolment.carried add column handed_over boolean not null default false;
drop index enrolment.carried_case;
create unique index carried_one on enrolment.carried (plan_id, case_id) where ended_at is null;

insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'caseload', '60'::jsonb, 'files', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
