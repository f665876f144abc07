-- Every two neighbouring characters of a text: words of Chinese have two, so that what contains a word has its pair.
create function ledger_bigrams(given text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}') from (select lower(given) as t) s, generate_series(1, length(t) - 1) i
$$;

-- Makes a ledger's partition and the indexes that its lists need, where they are missing. Each index is an expression on values, given as [name, kind, column]: nothing of it is trusted.
create or replace function ensure_ledger(name text, columns jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  part text := 'ledger_' || md5(name);
  one record;
  expression text;
  index_name text;
begin
  if name !~ '^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$' then raise exception 'ledger name: %', name; end if;
  perform pg_advisory_xact_lock(7301216);
  if to_regclass(part) is null then
    execute format('create table %I partition of ledger_entry for values in (%L)', part, name);
    execute format('create unique index %I on %I (key) where state = ''kept''', part || '_key', part);
    execute format('create index %I on %I (state, id desc)', part || '_newest', part);
    execute format('create index %I on %I (street_code, id desc) where state = ''kept''', part || '_street', part);
    execute format('create index %I on %I (unit_id, id desc) where state = ''kept''', part || '_unit', part);
    execute format('create index %I on %I (refreshed_on) where state = ''kept''', part || '_stale', part);
    execute format('create index %I on %I (object_id) where object_id is not null', part || '_object', part);
    execute format('create index %I on %I (id desc) where state = ''kept'' and (missing <> ''{}'' or contradictions <> ''{}'')',
      part || '_doubt', part);
  end if;
  if to_regclass(part || '_words') is null then
    execute format('create index %I on %I using gin (ledger_bigrams(name || '' '' || key)) where state = ''kept''', part || '_words', part);
  end if;
  for one in select c ->> 'kind' as kind, c ->> 'id' as id, c ->> 'sort' as sort from jsonb_array_elements(columns) c loop
    if one.id !~ '^[a-z][a-zA-Z0-9]*$' then raise exception 'ledger column: %', one.id; end if;
    expression := case one.kind
      when 'number' then format('(((values ->> %L))::numeric)', one.id)
      when 'text' then format('((values ->> %L) collate "C")', one.id)
      else null end;
    if expression is null then raise exception 'ledger index: %', one.kind; end if;
    index_name := part || '_' || left(md5(one.kind || one.id), 10);
    if to_regclass(index_name) is null then
      execute format('create index %I on %I (%s, id desc) where state = ''kept''', index_name, part, expression);
    end if;
    -- falling, with blanks at the end all the same: no backward scan of the other gives that
    index_name := index_name || 'd';
    if (one.sort)::boolean and to_regclass(index_name) is null then
      execute format('create index %I on %I (%s desc nulls last, id desc) where state = ''kept''', index_name, part, expression);
    end if;
  end loop;
end $$;
