-- What became of those an agency introduced is read newest first: one page must cost one page, however many it has introduced.
create index share_newest on people.share (plan_id, organisation_id, field_group, person_id desc) where closed_at is null;
