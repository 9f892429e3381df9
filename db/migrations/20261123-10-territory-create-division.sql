-- Official divisions are reference data with dated codes; boundaries are loaded by whoever may use an official file.
create schema territory;
create table territory.division (
  code text not null,
  level text not null,
  parent_code text,
  name_fa text not null,
  name_en text,
  valid_from date not null,
  valid_to date,
  constraint division_pkey primary key (code),
  constraint division_level check (level in ('province', 'county', 'district', 'city', 'rural-district', 'settlement')),
  constraint division_dates check (valid_to is null or valid_to >= valid_from)
);
create index division_parent on territory.division (parent_code, level, code);
create table territory.boundary (
  code text not null,
  geometry jsonb not null,
  source text not null,
  loaded_at timestamptz not null,
  constraint boundary_pkey primary key (code)
);
alter table territory.division add constraint division_parent_fkey foreign key (parent_code) references territory.division (code) on delete restrict deferrable initially deferred;
alter table territory.boundary add constraint boundary_division_fkey foreign key (code) references territory.division (code) on delete restrict;
