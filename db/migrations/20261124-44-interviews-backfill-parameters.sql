-- Plans founded before this room get its dated numbers as defaults marked as such; the telephone of an office is never assumed.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
select one.plan_id, gen_random_uuid(), known.name, known.value, known.unit, one.started_on, 'پیش‌فرض سامانه', one.started_on, true
from plan.plan one, (values ('result-telling', '10'::jsonb, 'days'), ('mark-validity', '12'::jsonb, 'months')) as known (name, value, unit)
where not exists (select from plan.parameter kept where kept.plan_id = one.plan_id and kept.name = known.name);
