-- What is said and marked, one table a group of the table of roles: marks are blind until all are in, what is agreed is never edited, and
-- no column of this schema adds the two domains.
create table interviews.mark (
  plan_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  item_code text not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  instrument_code text not null,
  degree smallint,
  opens_on date not null,
  closes_on date not null,
  seated uuid[] not null default '{}',
  opened_at timestamptz,
  marked_at timestamptz not null,
  constraint mark_pkey primary key (plan_id, interview_id, account_id, item_code),
  constraint mark_degree check (degree between 1 and 5)
);
-- evidence: one real example or one short task behind a mark, in sealed words
create table interviews.evidence (
  plan_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  item_code text not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  kind text not null,
  sealed_words bytea not null,
  opens_on date not null,
  closes_on date not null,
  opened_at timestamptz,
  agreed_on date,
  constraint evidence_pkey primary key (plan_id, interview_id, account_id, item_code),
  constraint evidence_kind check (kind in ('example', 'task'))
);
-- answer: her own wish in her words, the field she chose and the support she named; the support is a list and never a number
create table interviews.answer (
  plan_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  field_code text,
  sealed_wish bytea,
  needs text[] not null default '{}',
  opens_on date not null,
  closes_on date not null,
  opened_at timestamptz,
  agreed_on date,
  constraint answer_pkey primary key (plan_id, interview_id, account_id),
  constraint answer_needs check (needs <@ '{family,time,health,phone,tools,travel,debt,permission-at-home}'::text[])
);
-- agreed: what the panel agreed on, item by item; there is no way to change a row
create table interviews.agreed (
  plan_id uuid not null,
  interview_id uuid not null,
  item_code text not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  instrument_code text not null,
  field_code text,
  degree smallint,
  lowest smallint,
  highest smallint,
  sealed_reason bytea,
  agreed_on date not null,
  expires_on date not null,
  seated uuid[] not null,
  opens_on date not null,
  closes_on date not null,
  constraint agreed_pkey primary key (plan_id, interview_id, item_code),
  constraint agreed_degree check (degree between 1 and 5),
  constraint agreed_within check (degree is null or degree between lowest and highest),
  constraint agreed_gap_has_reason check (highest - lowest < 2 or sealed_reason is not null)
);
create index agreed_person on interviews.agreed (plan_id, person_id, item_code, agreed_on desc);
-- dissent: a member who saw it otherwise keeps her degree and her reason beside what was agreed
create table interviews.dissent (
  plan_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  item_code text not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  degree smallint,
  sealed_reason bytea not null,
  said_at timestamptz not null,
  opens_on date not null,
  closes_on date not null,
  constraint dissent_pkey primary key (plan_id, interview_id, account_id, item_code),
  constraint dissent_degree check (degree between 1 and 5)
);
-- result: what is recommended to her, and how she was told
create table interviews.result (
  plan_id uuid not null,
  interview_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  recommendation text not null,
  sealed_reason bytea not null,
  agreed_on date not null,
  seated uuid[] not null,
  opens_on date not null,
  closes_on date not null,
  told_on date,
  told_by uuid,
  told_manner text,
  sealed_witness bytea,
  version integer not null default 1,
  constraint result_pkey primary key (plan_id, interview_id),
  constraint result_recommendation check (recommendation in ('independent', 'supported', 'piecework', 'cooperative', 'job', 'training-first', 'welfare-referral', 'health-referral', 'not-now')),
  constraint result_manner check (told_manner in ('spoken', 'signature', 'fingerprint')),
  constraint result_told check ((told_on is null) = (told_manner is null) and (told_on is null) = (told_by is null)),
  constraint result_witness check (told_manner is distinct from 'fingerprint' or sealed_witness is not null)
);
create index result_case on interviews.result (plan_id, case_id, told_on);
-- change_wish: a low point she wishes to change; each becomes a step of support in her plan of work
create table interviews.change_wish (
  plan_id uuid not null,
  interview_id uuid not null,
  item_code text not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  case_id uuid not null,
  wished_on date not null,
  constraint change_wish_pkey primary key (plan_id, interview_id, item_code)
);
-- stop_note: written once to her guide when the conversation stopped; whoever writes it never reads it again
create table interviews.stop_note (
  plan_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  sealed_note bytea,
  opens_on date not null,
  closes_on date not null,
  written_at timestamptz not null,
  constraint stop_note_pkey primary key (plan_id, id)
);
create index stop_note_interview on interviews.stop_note (plan_id, interview_id);
-- drift: how far a member's marks lie from what her panels agreed, counted when they agree; it names no woman
create table interviews.drift (
  plan_id uuid not null,
  account_id uuid not null,
  domain text not null,
  marks integer not null,
  above integer not null,
  below integer not null,
  far integer not null,
  constraint drift_pkey primary key (plan_id, account_id, domain),
  constraint drift_domain check (domain in ('individual', 'craft'))
);
alter table interviews.mark add constraint mark_seat_fkey foreign key (plan_id, interview_id, account_id) references interviews.seat (plan_id, interview_id, account_id) on delete restrict;
alter table interviews.mark add constraint mark_item_fkey foreign key (instrument_code, item_code) references interviews.item (instrument_code, code) on delete restrict;
alter table interviews.evidence add constraint evidence_mark_fkey foreign key (plan_id, interview_id, account_id, item_code) references interviews.mark (plan_id, interview_id, account_id, item_code) on delete restrict;
alter table interviews.answer add constraint answer_seat_fkey foreign key (plan_id, interview_id, account_id) references interviews.seat (plan_id, interview_id, account_id) on delete restrict;
alter table interviews.agreed add constraint agreed_interview_fkey foreign key (plan_id, interview_id) references interviews.interview (plan_id, id) on delete restrict;
alter table interviews.agreed add constraint agreed_item_fkey foreign key (instrument_code, item_code) references interviews.item (instrument_code, code) on delete restrict;
alter table interviews.dissent add constraint dissent_seat_fkey foreign key (plan_id, interview_id, account_id) references interviews.seat (plan_id, interview_id, account_id) on delete restrict;
alter table interviews.result add constraint result_interview_fkey foreign key (plan_id, interview_id) references interviews.interview (plan_id, id) on delete restrict;
alter table interviews.change_wish add constraint change_wish_agreed_fkey foreign key (plan_id, interview_id, item_code) references interviews.agreed (plan_id, interview_id, item_code) on delete restrict;
alter table interviews.stop_note add constraint stop_note_seat_fkey foreign key (plan_id, interview_id, account_id) references interviews.seat (plan_id, interview_id, account_id) on delete restrict;
