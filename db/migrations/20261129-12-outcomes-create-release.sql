-- Published figures: frozen when they are proposed, numbered and dated when a second person publishes them, corrected only by a later release that says so. Nothing hidden is kept in them.
create table outcomes.release (
  plan_id uuid not null,
  id uuid not null,
  number integer,
  as_of date not null,
  figures jsonb not null,
  -- corrects: the number of an earlier release that this one corrects, and why.
  corrects integer,
  correction text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  dropped_at timestamptz,
  constraint release_pkey primary key (plan_id, id),
  constraint release_number unique (plan_id, number),
  constraint release_published_whole check ((number is null) = (published_at is null) and (published_by is null) = (published_at is null)),
  constraint release_by_two check (published_by <> proposed_by),
  constraint release_not_both check (published_at is null or dropped_at is null),
  constraint release_correction_whole check ((corrects is null) = (correction is null))
);
create unique index release_open_once on outcomes.release (plan_id) where published_at is null and dropped_at is null;
