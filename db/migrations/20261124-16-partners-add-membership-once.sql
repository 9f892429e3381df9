-- One open membership an organisation: what it is in the plan changes by ending one and beginning the next, each with its letter.
create unique index membership_open_once on partners.membership (plan_id, organisation_id) where valid_to is null;
alter table partners.membership add constraint membership_dates check (valid_to is null or valid_to >= valid_from);
alter table partners.capacity add constraint capacity_dates check (valid_to is null or valid_to >= valid_from);
alter table partners.organisation add constraint organisation_type check (organisation_type in
  ('agency', 'governorate', 'executor', 'holding', 'subsidiary', 'company', 'cooperative', 'charity', 'foundation', 'bank', 'university', 'natural-person'));
alter table partners.organisation add constraint organisation_natural check ((person_kind = 'natural') = (organisation_type = 'natural-person'));
alter table partners.organisation add constraint organisation_parent check (parent_id is null or parent_id <> id);
create index organisation_name on partners.organisation (name_fa, id);
create index organisation_parent_index on partners.organisation (parent_id);
