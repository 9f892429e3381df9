-- Where every row of a file stood before the file was joined to another: table, row, from whom, to whom, and its scope columns, so that undoing
-- a join restores each row exactly. Written by platform/restamp.ts alone.
create table platform.repointed (
  plan_id uuid not null,
  act_id uuid not null,
  table_name text not null,
  row_key jsonb not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  before jsonb not null,
  constraint repointed_pkey primary key (plan_id, act_id, table_name, row_key)
);
comment on column platform.repointed.act_id is 'The join that touched the row.';
