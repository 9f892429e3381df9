-- Which rows exist for whom. Idempotent; runs after every migration.
-- The law is the list below, one block a room: table, verbs (s select, i insert, u update), roles, reach. Rows of one table and verb add up.
-- What is not listed does not exist for anyone. Barred officers are denied first, by a restrictive policy.
-- Reaches: all, county, organisation, shared, assigned, opened, file, own, account (see src/access/policy/grant.ts).
create temporary table law (place serial, table_name text, verbs text, roles text, reach text) on commit drop;

-- platform
insert into law (table_name, verbs, roles, reach) values
  ('platform.receipt', 'si', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'account'),
  ('platform.history', 'i', 'PO CA EX AG IN GD MO OR W AU AD PU service', 'all'),
  ('platform.history', 's', 'service', 'all'),
  ('platform.history', 's', 'PO AU AD', 'all'),
  ('platform.history', 's', 'CA EX AG IN GD MO OR', 'account'),
  ('platform.history', 's', 'GD AG', 'opened'),
  ('platform.history', 's', 'W', 'own'),
  ('platform.message', 'siu', 'service', 'all'),
  ('platform.message', 'i', 'PO CA EX AG IN GD MO', 'all'),
  ('platform.message', 's', 'AD', 'all'),
  ('platform.file', 'siu', 'service', 'all'),
  ('platform.file', 'si', 'GD', 'assigned'),
  ('platform.file', 'si', 'AG', 'organisation'),
  ('platform.file', 's', 'PO', 'file'),
  ('platform.file', 's', 'W', 'own');

-- access
insert into law (table_name, verbs, roles, reach) values
  ('access.assignment', 'siu', 'AD PO service', 'all'),
  ('access.assignment', 's', 'CA EX AG IN GD MO OR W AU PU', 'account');

-- territory
-- plan
-- occupations
-- partners
-- people
-- enrolment

do $law$
declare
  plan_rule constant text := 'plan_id = nullif(current_setting(''kariz.plan'', true), '''')::uuid';
  blind constant text[] := '{PO,CA,EX,OR,AU,AD,PU}';
  target record;
  one record;
  rule text;
  verb record;
begin
  for target in select distinct table_name, table_name::regclass as oid from law loop
    for one in select polname from pg_policy where polrelid = target.oid loop
      execute format('drop policy %I on %s', one.polname, target.table_name);
    end loop;
    execute format('alter table %s enable row level security', target.table_name);
    execute format('alter table %s force row level security', target.table_name);
    execute format('revoke all on %s from kariz_app, kariz_blind, kariz_linkage, public', target.table_name);
    execute format('grant usage on schema %s to kariz_app, kariz_blind, kariz_linkage', split_part(target.table_name, '.', 1));
    execute format('create policy owner_migrates on %s for all to current_user using (true) with check (true)', target.table_name);
    if exists (select from pg_attribute where attrelid = target.oid and attname = 'barred' and not attisdropped) then
      execute format('create policy barred_first on %s as restrictive for all to kariz_app, kariz_blind using (not coalesce(nullif(current_setting(''kariz.account'', true), '''')::uuid = any (barred), false)) with check (true)', target.table_name);
    end if;
  end loop;
  for one in select law.*, table_name::regclass as oid from law order by place loop
    rule := case one.reach
      when 'all' then 'true'
      when 'county' then 'county_code = any (string_to_array(current_setting(''kariz.counties'', true), '',''))'
      when 'organisation' then 'organisation_id = nullif(current_setting(''kariz.organisation'', true), '''')::uuid'
      when 'shared' then 'nullif(current_setting(''kariz.organisation'', true), '''')::uuid = any (shared_with)'
      when 'assigned' then 'nullif(current_setting(''kariz.account'', true), '''')::uuid = any (assigned)'
      when 'opened' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid'
      when 'file' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid and nullif(current_setting(''kariz.purpose'', true), '''') is not null'
      when 'own' then 'person_id = nullif(current_setting(''kariz.person'', true), '''')::uuid'
      when 'account' then 'account_id = nullif(current_setting(''kariz.account'', true), '''')::uuid'
    end;
    if rule is null then raise exception 'unknown reach % for %', one.reach, one.table_name; end if;
    if one.reach <> 'all' and one.reach <> 'county' and one.reach <> 'account' and one.reach not in ('organisation', 'shared', 'assigned', 'opened', 'file', 'own') then raise exception 'unknown reach %', one.reach; end if;
    rule := format('current_setting(''kariz.role'', true) = any (%L::text[]) and %s', string_to_array(one.roles, ' '), rule);
    if exists (select from pg_attribute where attrelid = one.oid and attname = 'plan_id' and not attisdropped) then
      rule := plan_rule || ' and ' || rule;
    end if;
    for verb in select * from (values ('s', 'select'), ('i', 'insert'), ('u', 'update')) as verbs (letter, name) where one.verbs like '%' || letter || '%' loop
      execute format('create policy %I on %s for %s to kariz_app, kariz_blind %s', 'law_' || one.place || '_' || verb.name, one.table_name, verb.name,
        case verb.name when 'select' then format('using (%s)', rule) when 'insert' then format('with check (%s)', rule) else format('using (%s) with check (%s)', rule, rule) end);
      execute format('grant %s on %s to kariz_app', verb.name, one.table_name);
      if one.reach <> 'file' and string_to_array(one.roles, ' ') && blind then
        execute format('grant %s on %s to kariz_blind', verb.name, one.table_name);
      end if;
    end loop;
  end loop;
end
$law$;
