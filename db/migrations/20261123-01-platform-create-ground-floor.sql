-- The ground floor: receipts make every write happen once, history keeps who did what, outbox and files leave the house only after commit.
create schema platform;

create table platform.receipt (
  plan_id uuid not null,
  command_id uuid not null,
  account_id uuid not null,
  route text not null,
  input_hash bytea not null,
  sealed_answer bytea not null,
  at timestamptz not null,
  constraint receipt_pkey primary key (plan_id, command_id)
);

-- Permanent format. `sequence` and `chain` are assigned by the sealer, outside the request.
create table platform.history (
  plan_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  device_at timestamptz,
  account_id uuid not null,
  assignment_id uuid,
  role text not null,
  office_id uuid,
  purpose text,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  person_id uuid,
  case_id uuid,
  county_code text,
  organisation_id uuid,
  batch_id uuid,
  facts jsonb not null,
  digest bytea not null,
  request_id uuid not null,
  sequence bigint,
  chain bytea,
  constraint history_pkey primary key (plan_id, id)
);
create index history_person on platform.history (plan_id, person_id, id) where person_id is not null;
create index history_case on platform.history (plan_id, case_id, id) where case_id is not null;
create index history_subject on platform.history (plan_id, subject_id, id);
create index history_unsealed on platform.history (plan_id, id) where sequence is null;

create table platform.message (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid,
  template text not null,
  channel text not null,
  sealed_to bytea not null,
  sealed_text bytea not null,
  state text not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  sent_at timestamptz,
  constraint message_pkey primary key (plan_id, id),
  constraint message_channel check (channel in ('sms', 'mail')),
  constraint message_state check (state in ('waiting', 'sent', 'failed'))
);
create index message_waiting on platform.message (plan_id, due_at, id) where state = 'waiting';

create table platform.file (
  plan_id uuid not null,
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  county_code text,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  purpose text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  address text not null,
  sealed_key bytea not null,
  sealed_name bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  erased_at timestamptz,
  constraint file_pkey primary key (plan_id, id)
);
create index file_person on platform.file (plan_id, person_id) where person_id is not null;
