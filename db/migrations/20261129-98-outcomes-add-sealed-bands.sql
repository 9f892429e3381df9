-- Bands of her household's income before the plan and at this follow-up, frozen with the outcome and sealed under her key. The content keeps how they stand to each other, and a digest of what is sealed.
alter table outcomes.snapshot add column sealed_bands bytea;
