-- Home businesses and their permits. Where each stands is a pseudonymous row for whoever follows the plan; what it makes, whose papers it has and who reviews it are rows of their own.
create schema businesses;
create table businesses.business (
  plan_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  state text not null,
  state_since date not null,
  version integer not null default 1,
  constraint business_pkey primary key (plan_id, id),
  constraint business_state check (state in ('idea', 'trial', 'active', 'paused', 'ended'))
);
create unique index business_one_open on businesses.business (plan_id, person_id) where state <> 'ended';
create index business_case on businesses.business (plan_id, case_id);
create index business_county on businesses.business (plan_id, county_code, state_since, id);
create table businesses.profile (
  plan_id uuid not null,
  business_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  field_code text not null,
  relation text not null,
  kind text not null,
  work_place text not null,
  started_on date,
  registered_by uuid not null,
  registered_on date not null,
  constraint profile_pkey primary key (plan_id, business_id),
  constraint profile_relation check (relation in ('independent', 'supported', 'piecework', 'cooperative')),
  constraint profile_kind check (kind in ('created', 'revived', 'stabilised')),
  constraint profile_work_place check (work_place in ('home', 'hub', 'elsewhere'))
);
create index profile_field on businesses.profile (plan_id, field_code, county_code);
create table businesses.permit (
  plan_id uuid not null,
  id uuid not null,
  business_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  state text not null,
  state_since date not null,
  due_on date,
  version integer not null default 1,
  constraint permit_pkey primary key (plan_id, id),
  constraint permit_state check (state in ('not-required', 'draft', 'submitted', 'agency-review', 'specialist-review', 'agency-signed', 'issued', 'renewal-due', 'expired', 'returned', 'rejected', 'withdrawn', 'suspended', 'revoked', 'inactive'))
);
create unique index permit_one_open on businesses.permit (plan_id, business_id) where state not in ('expired', 'rejected', 'withdrawn', 'revoked');
create index permit_of on businesses.permit (plan_id, business_id, id);
create table businesses.permit_paper (
  plan_id uuid not null,
  permit_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  request_number text,
  requested_on date,
  permit_number text,
  issued_on date,
  issued_by text,
  expires_on date,
  constraint permit_paper_pkey primary key (plan_id, permit_id),
  constraint permit_paper_request_whole check ((request_number is null) = (requested_on is null)),
  constraint permit_paper_issue_whole check ((permit_number is null) = (issued_on is null) and (permit_number is null) = (issued_by is null) and (permit_number is null) = (expires_on is null)),
  constraint permit_paper_issued_by check (issued_by in ('labour', 'portal')),
  constraint permit_paper_days check (expires_on > issued_on)
);
create table businesses.permit_move (
  plan_id uuid not null,
  id uuid not null,
  permit_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  from_state text,
  to_state text not null,
  letter_number text,
  letter_date date,
  reason text,
  made_by uuid not null,
  moved_at timestamptz not null,
  constraint permit_move_pkey primary key (plan_id, id),
  constraint permit_move_letter_whole check ((letter_number is null) = (letter_date is null))
);
create index permit_move_of on businesses.permit_move (plan_id, permit_id, moved_at, id);
create table businesses.review (
  plan_id uuid not null,
  id uuid not null,
  permit_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  field_code text not null,
  relation text not null,
  request_number text,
  kind text not null,
  organisation_id uuid,
  state text not null default 'waiting',
  due_on date not null,
  letter_number text,
  letter_date date,
  reason text,
  answered_by uuid,
  version integer not null default 1,
  constraint review_pkey primary key (plan_id, id),
  constraint review_kind check (kind in ('agency', 'health', 'veterinary', 'culture', 'labour')),
  constraint review_state check (state in ('waiting', 'under-way', 'approved', 'returned', 'rejected', 'dropped')),
  constraint review_letter_whole check ((letter_number is null) = (letter_date is null))
);
create unique index review_one_open on businesses.review (plan_id, permit_id, kind) where state in ('waiting', 'under-way');
create index review_of on businesses.review (plan_id, permit_id, id);
create index review_waiting on businesses.review (plan_id, organisation_id, due_on, id) where state in ('waiting', 'under-way');
alter table businesses.profile add constraint profile_business_fkey foreign key (plan_id, business_id) references businesses.business (plan_id, id) on delete restrict;
alter table businesses.permit add constraint permit_business_fkey foreign key (plan_id, business_id) references businesses.business (plan_id, id) on delete restrict;
alter table businesses.permit_paper add constraint permit_paper_permit_fkey foreign key (plan_id, permit_id) references businesses.permit (plan_id, id) on delete restrict;
alter table businesses.permit_move add constraint permit_move_permit_fkey foreign key (plan_id, permit_id) references businesses.permit (plan_id, id) on delete restrict;
alter table businesses.review add constraint review_permit_fkey foreign key (plan_id, permit_id) references businesses.permit (plan_id, id) on delete restrict;

-- What waits: for her guide a permit to mend, to renew or to ask after; for an agency what it reviews itself.
create view businesses.due with (security_invoker = true) as
  select permit.plan_id, permit.county_code, null::uuid as organisation_id, null::uuid as account_id,
    case when permit.state = 'returned' then 'permit-to-mend' else 'permit-to-renew' end as kind, permit.case_id as subject_id, permit.due_on, null::text as duty
  from businesses.permit permit
  where current_setting('kariz.role', true) = 'GD' and permit.due_on is not null
    and (permit.state in ('returned', 'renewal-due') or (permit.state = 'issued' and permit.due_on <= nullif(current_setting('kariz.today', true), '')::date))
  union all
  select permit.plan_id, permit.county_code, null, null, 'permit-to-follow', permit.case_id, min(review.due_on), null
  from businesses.review review join businesses.permit permit on permit.plan_id = review.plan_id and permit.id = review.permit_id
  where current_setting('kariz.role', true) = 'GD' and review.state in ('waiting', 'under-way') and review.organisation_id is null
  group by permit.plan_id, permit.county_code, permit.case_id
  union all
  select plan_id, county_code, organisation_id, null, 'permit-to-review', id, due_on, null
  from businesses.review
  where current_setting('kariz.role', true) = 'AG' and state in ('waiting', 'under-way');

-- Days a body has to answer, and how long before its end a permit is renewed: defaults for plans already founded, marked as such.
insert into plan.parameter (plan_id, id, name, value, unit, valid_from, letter_number, letter_date, is_default)
  select plan.plan_id, gen_random_uuid(), fresh.name, fresh.value::jsonb, 'days', plan.started_on, 'پیش‌فرض سامانه', plan.started_on, true
  from plan.plan plan cross join (values ('permit-review', '14'), ('permit-renewal', '60')) fresh (name, value);
