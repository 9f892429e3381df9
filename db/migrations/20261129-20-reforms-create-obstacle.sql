-- Rules, interpretations, local practice and portals that stand in the way of the plan: where they are followed, whom they block, and what is done about them until they are reformed.
create schema if not exists reforms;
create table reforms.obstacle (
  plan_id uuid not null,
  id uuid not null,
  kind text not null,
  grade text not null,
  title text not null,
  issuer text,
  article text,
  clause text,
  step text not null,
  says text not null,
  county_code text,
  competent_body text,
  route text,
  proposal text,
  duplicate_of uuid,
  effective_on date,
  state text not null default 'reported',
  state_since date not null,
  reported_as text not null,
  account_id uuid not null,
  version integer not null default 1,
  constraint obstacle_pkey primary key (plan_id, id),
  constraint obstacle_kind check (kind in ('rule', 'interpretation', 'local-practice', 'national-portal')),
  constraint obstacle_grade check (grade in ('law', 'bylaw', 'directive', 'circular', 'decision', 'none')),
  constraint obstacle_route check (route in ('circular', 'working-group', 'council', 'government', 'parliament')),
  constraint obstacle_step check (step in ('introduction', 'admission', 'talk', 'work-plan', 'training', 'permit', 'loan', 'insurance', 'market', 'income')),
  constraint obstacle_state check (state in ('reported', 'verified', 'proposed', 'sent', 'in-deliberation', 'partly-reformed', 'reformed-not-applied', 'reformed', 'refused', 'duplicate', 'returned', 'escalated', 'obsolete', 'reopened')),
  constraint obstacle_duplicate_named check ((state = 'duplicate') = (duplicate_of is not null))
);
create index obstacle_newest on reforms.obstacle (plan_id, id desc);
create index obstacle_reported on reforms.obstacle (plan_id, state_since) where state = 'reported';
create table reforms.obstacle_move (
  plan_id uuid not null,
  id uuid not null,
  obstacle_id uuid not null,
  from_state text,
  to_state text not null,
  reason text,
  account_id uuid not null,
  moved_at timestamptz not null,
  constraint obstacle_move_pkey primary key (plan_id, id)
);
create index obstacle_move_of on reforms.obstacle_move (plan_id, obstacle_id, moved_at, id);
-- A letter to or from whoever can reform it.
create table reforms.letter (
  plan_id uuid not null,
  id uuid not null,
  obstacle_id uuid not null,
  direction text not null,
  correspondent text not null,
  letter_number text not null,
  letter_date date not null,
  answers uuid,
  says text not null,
  account_id uuid not null,
  written_at timestamptz not null,
  constraint letter_pkey primary key (plan_id, id),
  constraint letter_direction check (direction in ('out', 'in'))
);
create index letter_of on reforms.letter (plan_id, obstacle_id, letter_date, id);
-- The evidence: whose file stands still because of it. Others read its number alone.
create table reforms.blocked_case (
  plan_id uuid not null,
  id uuid not null,
  obstacle_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  blocked_on date not null,
  freed_on date,
  account_id uuid not null,
  constraint blocked_case_pkey primary key (plan_id, id)
);
comment on table reforms.blocked_case is 'follows-her';
create unique index blocked_case_once on reforms.blocked_case (plan_id, obstacle_id, case_id) where freed_on is null;
create index blocked_case_person on reforms.blocked_case (plan_id, person_id);
alter table reforms.obstacle add constraint obstacle_county_fkey foreign key (county_code) references territory.division (code) on delete restrict;
alter table reforms.obstacle add constraint obstacle_duplicate_fkey foreign key (plan_id, duplicate_of) references reforms.obstacle (plan_id, id) on delete restrict;
alter table reforms.obstacle_move add constraint obstacle_move_obstacle_fkey foreign key (plan_id, obstacle_id) references reforms.obstacle (plan_id, id) on delete restrict;
alter table reforms.letter add constraint letter_obstacle_fkey foreign key (plan_id, obstacle_id) references reforms.obstacle (plan_id, id) on delete restrict;
alter table reforms.letter add constraint letter_answers_fkey foreign key (plan_id, answers) references reforms.letter (plan_id, id) on delete restrict;
alter table reforms.blocked_case add constraint blocked_case_obstacle_fkey foreign key (plan_id, obstacle_id) references reforms.obstacle (plan_id, id) on delete restrict;
