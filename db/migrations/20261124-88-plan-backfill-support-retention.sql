-- How long the lists of support bodies are kept is a dated parameter: plans founded before it get the marked default.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
select plan_id, gen_random_uuid(), 'support-retention', '365', 'days', started_on, 'پیش‌فرض سامانه', started_on, true from plan.plan;
create index support_row_told on enrolment.support_row (plan_id, told_at);
