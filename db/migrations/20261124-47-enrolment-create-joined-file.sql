-- A joined case keeps its position, unseen: it stands in no list, no line and no number, holds no place, and nothing moves it until it is parted.
alter table enrolment."case" add column joined_to uuid;
alter table enrolment."case" add column joined_at timestamptz;
alter table enrolment."case" add constraint case_joined_whole check ((joined_to is null) = (joined_at is null) and joined_to <> id);
alter table enrolment."case" add constraint case_joined_holds_nothing check (joined_to is null or not holds_place);
alter table enrolment."case" add constraint case_joined_to_fkey foreign key (plan_id, joined_to) references enrolment."case" (plan_id, id) on delete restrict;
create index case_joined on enrolment."case" (plan_id, joined_to) where joined_to is not null;
-- What a join took from the joined case, and from whose hands, so that parting the files gives exactly that back.
create table enrolment.joined_file (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kept_case_id uuid not null,
  place text not null,
  place_county text,
  carried uuid[] not null,
  kept_assigned uuid[] not null,
  joined_by uuid not null,
  joined_at timestamptz not null,
  parted_by uuid,
  parted_at timestamptz,
  constraint joined_file_pkey primary key (plan_id, id),
  constraint joined_file_place check (place in ('none', 'held', 'used')),
  constraint joined_file_parted check ((parted_at is null) = (parted_by is null))
);
create unique index joined_file_once on enrolment.joined_file (plan_id, case_id) where parted_at is null;
alter table enrolment.joined_file add constraint joined_file_case_fkey foreign key (plan_id, case_id) references enrolment."case" (plan_id, id) on delete restrict;
alter table enrolment.joined_file add constraint joined_file_kept_fkey foreign key (plan_id, kept_case_id) references enrolment."case" (plan_id, id) on delete restrict;
comment on table enrolment.contact_try is 'follows-her';
comment on table enrolment.support_period is 'follows-her';
create or replace view enrolment.office_due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id, 'decision-to-make' as kind, id as subject_id,
    coalesce(registered_on, (since at time zone 'Asia/Tehran')::date) as due_on, 'decider' as duty
  from enrolment."case" where position = 'registered' and joined_to is null
  union all
  select plan_id, county_code, null, null, 'appeal-to-assign', id, answer_due_on, null from enrolment.appeal where state = 'filed'
  union all
  select plan_id, county_code, null, null, 'appeal-answer-waiting', id, answer_due_on, null from enrolment.appeal where state = 'assigned'
  union all
  select plan_id, county_code, null, null, 'offer-waiting', id, deadline_on, null
  from enrolment."case" where position = 'place-granted' and deadline_on is not null and joined_to is null
  union all
  select plan_id, county_code, null, null, 'out-of-turn-to-settle', id, (proposed_at at time zone 'Asia/Tehran')::date, 'second-approver'
  from enrolment.out_of_turn where state = 'proposed'
  union all
  select counter.plan_id, counter.county_code, null, null, 'place-to-offer', first.id, first.queued_on, null
  from (select plan_id, county_code, sum(n) as n from enrolment.counter where position = 'queued' group by plan_id, county_code) counter
  cross join lateral (
    select quota.places from plan.quota quota
    where quota.plan_id = counter.plan_id and quota.county_code = counter.county_code
      and quota.valid_from <= (now() at time zone 'Asia/Tehran')::date
      and (quota.valid_to is null or quota.valid_to >= (now() at time zone 'Asia/Tehran')::date)
    order by quota.valid_from desc limit 1) allowed
  cross join lateral (
    select file.id, file.queued_on from enrolment."case" file
    where file.plan_id = counter.plan_id and file.county_code = counter.county_code and file.position = 'queued' and file.joined_to is null
    order by file.tier, file.registered_on, file.file_number limit 1) first
  left join enrolment.place_count taken on taken.plan_id = counter.plan_id and taken.county_code = counter.county_code
  where counter.n > 0 and allowed.places > coalesce(taken.granted, 0);
