-- Goals and phases belong to an edition of the plan: a new edition by letter stands beside the old one, which can be read on any of its days.
alter table plan.goal add column edition integer not null default 1;
alter table plan.phase add column edition integer not null default 1;
alter table plan.edition add column title text;
update plan.edition set title = plan.title from plan.plan plan where plan.plan_id = edition.plan_id;
alter table plan.edition alter column title set not null;
alter table plan.edition add constraint edition_from_day unique (plan_id, in_force_from);
create index goal_edition on plan.goal (plan_id, edition, place);
create index phase_edition on plan.phase (plan_id, edition, place);
