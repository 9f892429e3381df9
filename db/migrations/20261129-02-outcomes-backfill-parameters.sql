-- Dated numbers of outcomes for plans already founded: when a woman is asked, what counts as lasting and as interrupted, how many are called once more. Defaults, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
select one.plan_id, gen_random_uuid(), known.name, known.value, known.unit, one.started_on, 'پیش‌فرض سامانه', one.started_on, true
from plan.plan one, (values
  ('follow-up-months', '{"first": 3, "second": 6, "third": 12, "fourth": 24}'::jsonb, 'months'),
  ('follow-up-window', '30'::jsonb, 'days'),
  ('sustained-months', '{"earningMonths": 9, "lastMonths": 12}'::jsonb, 'months'),
  ('interrupted-months', '2'::jsonb, 'months'),
  ('call-back-share', '5'::jsonb, 'percent')) as known (name, value, unit)
where not exists (select from plan.parameter kept where kept.plan_id = one.plan_id and kept.name = known.name);
