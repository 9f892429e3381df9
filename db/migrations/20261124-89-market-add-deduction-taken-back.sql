-- Nothing is taken off by one hand; whoever proposed a deduction may take it back.
alter table market.deduction drop constraint deduction_by_two;
alter table market.deduction add constraint deduction_by_two check (state <> 'approved' or decided_by <> proposed_by);
