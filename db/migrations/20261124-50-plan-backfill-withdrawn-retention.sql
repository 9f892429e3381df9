-- How long a registered file is kept after she took her word back changes by letter too; plans that run get the default, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
select plan_id, gen_random_uuid(), 'withdrawn-retention', '365', 'days', started_on, 'پیش‌فرض سامانه', started_on, true from plan.plan
on conflict do nothing;
