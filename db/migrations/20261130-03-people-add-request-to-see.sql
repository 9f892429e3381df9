-- She may ask to see what is written about her: her guide shows it to her, since it never stands on a phone.
alter table people.request drop constraint request_kind;
alter table people.request add constraint request_kind check (kind in ('correction', 'see', 'leave', 'other-time', 'not-coming'));
