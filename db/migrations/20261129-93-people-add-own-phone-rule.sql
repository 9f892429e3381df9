-- A message goes to a phone that is her own and to no other, whatever was written down before (roles.md §3.4): no row may say otherwise.
update people.contact set may_message = false, version = version + 1 where may_message and whose_phone is distinct from 'own';
alter table people.contact add constraint contact_own_phone check (not may_message or (whose_phone is not null and whose_phone = 'own'));
