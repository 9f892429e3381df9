-- Values follow each other: from one day on there is one, and only the last is open. Kept by the database, because two may write at once.
alter table plan.parameter add constraint parameter_from_day unique nulls not distinct (plan_id, name, county_code, valid_from);
create unique index parameter_open_once on plan.parameter (plan_id, name, county_code) nulls not distinct where valid_to is null;
create unique index quota_open_once on plan.quota (plan_id, county_code) where valid_to is null;
