-- Sheets that are signed, «برگهٔ استان» and «برگهٔ شهرستان»: the number and day each was given, and what it says, frozen, so that the same paper comes from it ever after. Sums alone; nothing of a woman.
create table oversight.sheet (
  plan_id uuid not null,
  id uuid not null,
  kind text not null,
  county_code text,
  number text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  content jsonb not null,
  constraint sheet_pkey primary key (plan_id, id),
  constraint sheet_number unique (plan_id, number),
  constraint sheet_kind check (kind in ('province', 'county')),
  constraint sheet_county check ((kind = 'county') = (county_code is not null))
);
create index sheet_newest on oversight.sheet (plan_id, issued_at desc, id desc);
