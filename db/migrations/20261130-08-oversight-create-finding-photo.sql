-- A picture of what a visit found, of a hub or a class and never of a home, with nobody in it by the word of whoever added it. One that shows somebody after all is taken away with its key: what lies on the disk then opens for nobody.
create table oversight.finding_photo (
  plan_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  county_code text not null,
  place_kind text not null,
  desks text[] not null,
  media_type text not null,
  bytes integer not null,
  address text,
  sealed_key bytea,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_away_on date,
  constraint finding_photo_pkey primary key (plan_id, id),
  constraint finding_photo_never_of_a_home check (place_kind in ('hub', 'class')),
  constraint finding_photo_there_or_gone check ((taken_away_on is null) = (address is not null) and (address is null) = (sealed_key is null))
);
create index finding_photo_of on oversight.finding_photo (plan_id, finding_id, id) where taken_away_on is null;
alter table oversight.finding_photo add constraint finding_photo_finding_fkey foreign key (plan_id, finding_id) references oversight.finding (plan_id, id) on delete restrict;
