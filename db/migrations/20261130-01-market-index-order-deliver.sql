-- Orders of a window of months are read by the day they were to be delivered, for the season of an occupation: the window is bounded, however many orders there ever were.
create index order_delivery on market."order" (plan_id, deliver_by) where state in ('ordered', 'closed');
