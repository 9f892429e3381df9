-- Receipts are forgotten by age: they lie in the order of time, so a summary of each range is enough and costs a write nothing.
create index receipt_at on platform.receipt using brin (at);
