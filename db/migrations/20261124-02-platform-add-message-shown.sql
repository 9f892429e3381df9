-- Where no gateway is set, a message reaches the message page and nobody else: that is not "sent", and must not be called so.
alter table platform.message drop constraint message_state;
alter table platform.message add constraint message_state check (state in ('waiting', 'sent', 'shown', 'failed'));
create index message_newest on platform.message (plan_id, id desc);
