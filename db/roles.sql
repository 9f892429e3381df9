-- The four database roles. Roles belong to the whole cluster; where the owner may not create roles, an administrator runs this file once.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kariz_app') then create role kariz_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'kariz_blind') then create role kariz_blind nologin; end if;
  if not exists (select from pg_roles where rolname = 'kariz_linkage') then create role kariz_linkage nologin; end if;
  if not pg_has_role(current_user, 'kariz_app', 'member') then execute format('grant kariz_app, kariz_blind, kariz_linkage to %I', current_user); end if;
end $$;
