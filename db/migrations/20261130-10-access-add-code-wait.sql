-- Messages with a code wait for one another, longer each time, and a code holds until the next may be sent: whoever holds the phone always has one that
-- opens, or may ask for one, however often others ask for it. Codes live for minutes: those of the hour before are let go of.
delete from auth.her_code;
alter table auth.her_code drop column code_hash, drop column tries, drop column sent_today;
-- The code follows from it by a key that is not in the database.
alter table auth.her_code add column nonce bytea not null;
alter table auth.her_code add column ends_at timestamptz not null;
alter table auth.her_code add column messages integer not null default 1;
alter table auth.her_code add constraint her_code_messages check (messages between 1 and 100);

insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'code-wait', '60', 'minutes', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true from plan.plan plan;
