-- A list is read and let go: its other columns tell grounds, health and addresses of women who have said yes to nothing (roles.md §3.1). Only its
-- rows stay, sealed, until they are nominated or their days are over.
alter table enrolment.import alter column file_id drop not null;
create index import_row_sealed on enrolment.import_row (plan_id, import_id) where sealed_row is not null;
