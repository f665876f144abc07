-- things kept: one row an entry, its columns as the ledger's declaration names them; a partition a ledger
create table ledger_entry (
  ledger text not null,
  id bigint generated always as identity,
  -- what makes it one thing and no other, of the declared key columns; freed when the entry is struck
  key text not null,
  name text not null,
  values jsonb not null,
  -- GeoJSON Point, LineString or Polygon, WGS 84; lon and lat of it for lists and maps
  place jsonb,
  lon double precision,
  lat double precision,
  unit_id text,
  street_code text,
  -- the object of the world that it is about, shared with other ledgers
  object_id bigint,
  state text not null default 'kept' check (state in ('kept', 'struck')),
  -- columns without which it is not complete
  missing text[] not null default '{}',
  -- what of it contradicts what, by rule
  contradictions text[] not null default '{}',
  refreshed_on date not null,
  simulated boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by_name text not null,
  primary key (ledger, id)
) partition by list (ledger);

-- every change of every field
create table ledger_change (
  id bigint generated always as identity primary key,
  ledger text not null,
  entry_id bigint not null,
  version int not null,
  at timestamptz not null default now(),
  by_id uuid,
  by_name text not null,
  kind text not null check (kind in ('created', 'changed', 'refreshed', 'struck', 'restored')),
  -- column → [before, after]
  fields jsonb not null,
  reason text,
  work_id uuid
);
create index ledger_change_of_entry on ledger_change (ledger, entry_id, version);
create index ledger_change_of_work on ledger_change (work_id) where work_id is not null;

-- an enterprise, a site, a vehicle, a machine: one thing, whichever ledgers speak of it
create table ledger_object (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  name text not null,
  unique (kind, key)
);

-- ledgers that an administrator has declared; those of the chapters stand in the program
create table ledger_declared (
  id text primary key,
  definition jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by_name text not null
);

-- what could not be taken from a file, row by row
create table ledger_import_error (
  work_id uuid not null references work on delete cascade,
  seq int not null,
  row_no int not null,
  column_name text,
  value text not null,
  message jsonb not null,
  primary key (work_id, seq)
);

-- Makes a ledger's partition and the indexes that its lists need, where they are missing. Each index is an expression on values, given as [name, kind, column]: nothing of it is trusted.
create function ensure_ledger(name text, columns jsonb) returns void
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

-- After many rows have come in: lists are planned by what is there, not by what was there.
create function analyze_ledger(name text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if to_regclass('ledger_' || md5(name)) is not null then execute format('analyze %I', 'ledger_' || md5(name)); end if;
end $$;
