-- The band of her household's income is sealed under her key like her limits at work; the plain column was never written and goes before any release.
alter table people.income add column sealed_band bytea;
alter table people.income drop column income_band;
