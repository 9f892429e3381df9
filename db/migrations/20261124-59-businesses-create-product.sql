-- What a business makes: its unit, season, prices with their day and pictures; how much a week was declared, tested and achieved, and the weeks it rests. Hubs with a lead gather businesses.
create table businesses.product (
  plan_id uuid not null,
  id uuid not null,
  business_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  field_code text not null,
  name text not null,
  unit text not null,
  season_months integer[] not null default '{}',
  is_offered boolean not null default true,
  weekly_declared integer not null,
  weekly_tested integer,
  tested_on date,
  weekly_achieved integer,
  achieved_on date,
  version integer not null default 1,
  constraint product_pkey primary key (plan_id, id),
  constraint product_unit check (unit in ('piece', 'set', 'kilogram', 'litre', 'metre', 'square-metre', 'pack', 'hour')),
  constraint product_declared check (weekly_declared > 0),
  constraint product_tested_whole check ((weekly_tested is null) = (tested_on is null) and weekly_tested >= 0),
  constraint product_achieved_whole check ((weekly_achieved is null) = (achieved_on is null) and weekly_achieved >= 0)
);
create index product_of on businesses.product (plan_id, business_id, id);
create index product_county on businesses.product (plan_id, county_code, field_code, id);
create table businesses.product_price (
  plan_id uuid not null,
  product_id uuid not null,
  valid_from date not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  price_rial bigint not null,
  cost_rial bigint,
  set_by uuid not null,
  constraint product_price_pkey primary key (plan_id, product_id, valid_from),
  constraint product_price_positive check (price_rial > 0 and cost_rial >= 0)
);
create table businesses.product_photo (
  plan_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint product_photo_pkey primary key (plan_id, id)
);
create index product_photo_of on businesses.product_photo (plan_id, product_id, id);
create table businesses.blocked_week (
  plan_id uuid not null,
  business_id uuid not null,
  week date not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  is_blocked boolean not null,
  constraint blocked_week_pkey primary key (plan_id, business_id, week),
  constraint blocked_week_monday check (extract(isodow from week) = 1)
);
create table businesses.hub (
  plan_id uuid not null,
  id uuid not null,
  county_code text not null,
  name text not null,
  collection_point text not null,
  rules text not null,
  lead_account_id uuid,
  is_open boolean not null default true,
  version integer not null default 1,
  constraint hub_pkey primary key (plan_id, id)
);
create index hub_county on businesses.hub (plan_id, county_code, id);
create table businesses.hub_member (
  plan_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  business_id uuid not null,
  person_id uuid not null,
  county_code text not null,
  shared_with uuid[] not null default '{}',
  barred uuid[] not null default '{}',
  assigned uuid[] not null default '{}',
  file_number text not null,
  account_id uuid,
  joined_on date not null,
  left_on date,
  constraint hub_member_pkey primary key (plan_id, id)
);
create unique index hub_member_once on businesses.hub_member (plan_id, business_id) where left_on is null;
create index hub_member_of on businesses.hub_member (plan_id, hub_id) where left_on is null;
alter table businesses.product add constraint product_business_fkey foreign key (plan_id, business_id) references businesses.business (plan_id, id) on delete restrict;
alter table businesses.product_price add constraint product_price_product_fkey foreign key (plan_id, product_id) references businesses.product (plan_id, id) on delete restrict;
alter table businesses.product_photo add constraint product_photo_product_fkey foreign key (plan_id, product_id) references businesses.product (plan_id, id) on delete restrict;
alter table businesses.blocked_week add constraint blocked_week_business_fkey foreign key (plan_id, business_id) references businesses.business (plan_id, id) on delete restrict;
alter table businesses.hub_member add constraint hub_member_hub_fkey foreign key (plan_id, hub_id) references businesses.hub (plan_id, id) on delete restrict;
alter table businesses.hub_member add constraint hub_member_business_fkey foreign key (plan_id, business_id) references businesses.business (plan_id, id) on delete restrict;
