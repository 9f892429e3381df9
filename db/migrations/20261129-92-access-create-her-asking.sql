-- How many codes were asked for from one network address, so that nobody asks for those of a whole province; counted known or not.
create table auth.her_asking (
  -- Nobody can read the address back, and it is forgotten once its quarter of an hour is over.
  address_index bytea not null primary key,
  began_at timestamptz not null,
  asked integer not null,
  constraint her_asking_asked check (asked > 0)
);
