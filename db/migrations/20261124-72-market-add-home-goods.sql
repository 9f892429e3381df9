-- What a home can make is read from her goods (businesses): achieved, tested or declared, without the weeks she blocked. Her guide may only lower it, with a reason. Homes put forward before keep the number her guide wrote, as a lowered one, and the goods of her business where there are any.
alter table market.home rename column weekly to lowered_to;
alter table market.home
  alter column lowered_to drop not null,
  add column product_id uuid,
  add column lowered_reason text;
update market.home home set lowered_reason = 'her-wish',
  product_id = (select id from businesses.product product where product.plan_id = home.plan_id and product.case_id = home.case_id and product.is_offered order by id limit 1);
alter table market.home drop column blocked_weeks;
alter table market.home
  drop constraint if exists home_weekly,
  add constraint home_lowered check (lowered_to > 0 and (lowered_to is null) = (lowered_reason is null) and lowered_reason in ('her-wish', 'tools', 'material', 'season'));
