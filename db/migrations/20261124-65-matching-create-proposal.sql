-- Whom a run proposes for what, what her guide marked and how she answered: her guide looks first, she says yes or no, and neither costs her anything.
create table matching.proposal (
  plan_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  opportunity_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  state text not null default 'proposed',
  state_since date not null,
  due_on date,
  version integer not null default 1,
  constraint proposal_pkey primary key (plan_id, id),
  constraint proposal_state check (state in ('proposed', 'upheld', 'accepted', 'declined', 'set-aside', 'lapsed', 'ended'))
);
create unique index proposal_one_at_a_time on matching.proposal (plan_id, case_id) where state in ('proposed', 'upheld', 'accepted');
create index proposal_of_opportunity on matching.proposal (plan_id, opportunity_id, id);
create index proposal_of_case on matching.proposal (plan_id, case_id, id desc);
create index proposal_waiting on matching.proposal (plan_id, due_on) where state in ('proposed', 'upheld');
create table matching.answer (
  plan_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  is_yes boolean not null,
  manner text not null,
  sealed_witness bytea,
  answered_on date not null,
  account_id uuid not null,
  constraint answer_pkey primary key (plan_id, id),
  constraint answer_manner check (manner in ('spoken', 'signature', 'fingerprint'))
);
create index answer_of on matching.answer (plan_id, proposal_id, id);
create table matching.mark (
  plan_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  reason text not null,
  marked_on date not null,
  account_id uuid not null,
  ended_on date,
  constraint mark_pkey primary key (plan_id, id),
  constraint mark_kind check (kind in ('pin', 'ban')),
  constraint mark_reason check (reason in ('her-wish', 'same-group', 'begun-there', 'too-far', 'care-or-health', 'other-work', 'knows-buyer'))
);
create unique index mark_once on matching.mark (plan_id, case_id, opportunity_id) where ended_on is null;
create unique index mark_one_pin on matching.mark (plan_id, case_id) where ended_on is null and kind = 'pin';
alter table matching.proposal add constraint proposal_run_fkey foreign key (plan_id, run_id) references matching.run (plan_id, id) on delete restrict;
alter table matching.proposal add constraint proposal_opportunity_fkey foreign key (plan_id, opportunity_id) references matching.opportunity (plan_id, id) on delete restrict;
alter table matching.answer add constraint answer_proposal_fkey foreign key (plan_id, proposal_id) references matching.proposal (plan_id, id) on delete restrict;
alter table matching.mark add constraint mark_opportunity_fkey foreign key (plan_id, opportunity_id) references matching.opportunity (plan_id, id) on delete restrict;

-- What waits for her guide: to look at what was proposed, and to put it to her.
create view matching.due with (security_invoker = true) as
  select plan_id, county_code, null::uuid as organisation_id, null::uuid as account_id,
    case state when 'proposed' then 'opportunity-to-look-at' else 'opportunity-to-put-to-her' end as kind, case_id as subject_id, due_on, null::text as duty
  from matching.proposal
  where current_setting('kariz.role', true) = 'GD' and state in ('proposed', 'upheld');

-- Days in which a guide looks at a proposal, and again in which she is asked: a default for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), 'proposal-answer', '7'::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan;
