-- The database roles. Roles belong to the whole cluster; where the owner may not create roles, an administrator runs this file once and
-- grants them to the owner.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kariz_app') then create role kariz_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'kariz_blind') then create role kariz_blind nologin; end if;
  if not exists (select from pg_roles where rolname = 'kariz_linkage') then create role kariz_linkage nologin; end if;
  begin
    execute format('grant kariz_app, kariz_blind, kariz_linkage to %I', current_user);
  exception when insufficient_privilege then
    null; -- an administrator has granted them already; the first request would say so otherwise
  end;
end $$;
