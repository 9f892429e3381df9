-- Two files found to be one woman's: the earlier file stays where it is, sealed under its own key, and points at the one that goes on.
alter table people.person add column joined_to uuid;
alter table people.person add constraint person_not_joined_to_itself check (joined_to <> id);
alter table people.person add constraint person_joined_to_fkey foreign key (plan_id, joined_to) references people.person (plan_id, id) on delete restrict;
create index person_joined on people.person (plan_id, joined_to) where joined_to is not null;
-- Why the linkage unit said so, in a code. A verdict may be changed: history keeps every one.
alter table people.same_person add column reason text;
-- Rows of these tables follow the woman when her files are joined: they rest on nothing sealed with her key that anybody opens.
comment on table people.consent is 'follows-her';
