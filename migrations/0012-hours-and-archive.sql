-- hours that are made of packets say how: see engines/observations/packets/hours
alter table hour_value
  add column min real[],
  add column max real[],
  -- minutes of the hour that valid values stand for, by channel; null for imported hours
  add column valid_minutes smallint[],
  -- one letter a channel: i imported, d the device's own hour, m its minutes, r its moments; null for imported hours
  add column basis text,
  -- the rule and its settings
  add column edition text;

-- when a touched hour may be computed: at once, when it is over, or (infinity) when its archived month is restored
alter table touched_hours add column due timestamptz not null default '-infinity';

-- days of all devices whose hours changed (touched_day is for the evaluation of stations)
create table touched_device_day (
  device_id int not null,
  day date not null,
  primary key (device_id, day)
);

-- days of devices, arrays by channel
create table device_day (
  device_id int not null,
  day date not null,
  -- of valid hours
  mean real[] not null,
  min real[] not null,
  max real[] not null,
  -- valid hours, and minutes that valid values stand for
  hours smallint[] not null,
  valid_minutes smallint[] not null,
  -- enough hours by the edition's rule
  valid boolean[] not null,
  edition text not null,
  source_ids int[] not null,
  computed_at timestamptz not null default now(),
  primary key (device_id, day)
);

-- for taking whole months out
create index packet_replaced_by_time on packet_replaced (at);

-- what was taken out of the database month by month (UTC), and where it lies
create table packet_archive (
  kind text not null check (kind in ('packet', 'packet_replaced', 'kept_frame')),
  month date not null,
  state text not null check (state in ('writing', 'verified', 'archived', 'restored')),
  rows bigint not null default 0,
  -- of the file: its size, its digest, and the digest of the text inside
  bytes bigint not null default 0,
  sha256 text,
  text_sha256 text,
  file text,
  changed_at timestamptz not null default now(),
  primary key (kind, month)
);

-- Takes a month out of the packets: it goes on as a table of its own, and late packets of the month get a new partition.
create function detach_packet_month(month date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'packet_' || to_char(month, 'YYYY_MM');
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(apart) is not null then
    return true;
  end if;
  if not exists (select from pg_inherits where inhparent = 'packet'::regclass and inhrelid = to_regclass(name)) then
    return false;
  end if;
  execute format('alter table packet detach partition %I', name);
  -- behind the lock: nobody writes to the month any more
  if exists (
    select from touched_hours t cross join unnest(t.hours) h
    where h >= month::timestamp at time zone 'UTC' and h < (month + interval '1 month') at time zone 'UTC'
  ) then
    raise exception 'packets of % have hours that are not computed', name using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format('alter table %I rename to %I', name, apart);
  if exists (select from pg_roles where rolname = 'lantian_app') then
    execute format('grant select on %I to lantian_app', apart);
  end if;
  return true;
end $$;

-- Puts a detached month back, beside what came meanwhile; what came later stays.
create function reattach_packet_month(month date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text := 'packet_' || to_char(month, 'YYYY_MM');
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(apart) is null then
    return false;
  end if;
  if to_regclass(name) is null then
    execute format('alter table %I rename to %I', apart, name);
    execute format('alter table packet attach partition %I for values from (%L) to (%L)', name,
      to_char(month, 'YYYY-MM-DD') || 'T00:00:00Z', to_char(month + interval '1 month', 'YYYY-MM-DD') || 'T00:00:00Z');
  else
    execute format('insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
      select d.device_id, d.at, d.span_minutes, d.values, d.flags, d.source_id, d.received_at
      from %I d join packet p on p.device_id = d.device_id and p.span_minutes = d.span_minutes and p.at = d.at
      where (p.values, p.flags) is distinct from (d.values, d.flags)', apart);
    execute format('insert into packet (at, received_at, device_id, source_id, span_minutes, values, flags)
      select at, received_at, device_id, source_id, span_minutes, values, flags from %I on conflict do nothing', apart);
    execute format('drop table %I', apart);
  end if;
  return true;
end $$;

-- Drops a detached month, and only one that its archive holds whole and that was read back.
create function drop_detached_packet_month(month date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
  held bigint;
begin
  execute format('select count(*) from %I', apart) into held;
  if not exists (
    select from packet_archive a
    where a.kind = 'packet' and a.month = drop_detached_packet_month.month and a.state = 'verified' and a.rows = held
  ) then
    raise exception '% has no verified archive of its % rows', apart, held;
  end if;
  execute format('drop table %I', apart);
end $$;
