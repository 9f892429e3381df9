-- Goods that buyers and citizens may see, without whose they are: her word about each of them, and the day since which it is shown. Her no, or no word at all, shows nothing.
create table businesses.showing (
  plan_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  is_shown boolean not null,
  manner text not null,
  sealed_witness bytea,
  said_on date not null,
  taken_by uuid not null,
  constraint showing_pkey primary key (plan_id, id),
  constraint showing_manner check (manner in ('spoken', 'signature', 'fingerprint')),
  constraint showing_witness check (manner <> 'fingerprint' or sealed_witness is not null)
);
create index showing_of on businesses.showing (plan_id, product_id, id);
alter table businesses.product add column shown_on date;
create index product_shown on businesses.product (plan_id, county_code, id) where shown_on is not null;
alter table businesses.showing add constraint showing_product_fkey foreign key (plan_id, product_id) references businesses.product (plan_id, id) on delete restrict;
alter table businesses.showing add constraint showing_person_fkey foreign key (plan_id, person_id) references people.person (plan_id, id) on delete restrict;
