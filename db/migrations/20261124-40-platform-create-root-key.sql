-- The root key, from which every key of the house is derived, sealed under the master key of the file: so that the master key can be changed, and
-- neither the database nor the key file opens anything alone. Nobody reaches it through the law of rows.
create table platform.root_key (
  key_print text not null,
  sealed_root bytea not null,
  sealed_at timestamptz not null default now(),
  constraint root_key_pkey primary key (key_print)
);
