-- what a maker's device says and in which units: the units are stated here, because no packet carries them
create table device_model (
  id text primary key,
  title jsonb not null,
  maker text,
  kind text not null,
  protocol text not null,
  -- checksums, time stamps, factors: see engines/devices/model.ts
  settings jsonb not null,
  -- from the district's folder, or written by a person, which then stays
  origin text not null check (origin in ('district', 'person')),
  updated_at timestamptz not null default now(),
  updated_by_name text
);

alter table device
  add column model_id text references device_model,
  add column name text,
  add column lon double precision,
  add column lat double precision,
  add column site text,
  add column owner text,
  -- measures of the plan that it serves, by their numbers
  add column purpose text[] not null default '{}',
  add column state text not null default 'admitted' check (state in ('probation', 'admitted', 'maintenance', 'retired')),
  add column state_reason text,
  -- what differs from its model
  add column settings jsonb not null default '{}',
  add column changed_at timestamptz not null default now(),
  add check ((lon is null) = (lat is null));

-- what a device is called on a link: MN, vehicle number, telephone number, topic; one device may have several
create table device_identity (
  protocol text not null,
  identity text not null,
  device_id int not null references device on delete cascade,
  primary key (protocol, identity)
);
create index device_identity_of_device on device_identity (device_id);

-- kept apart so that no list of devices shows it by mistake
create table device_secret (
  device_id int primary key references device on delete cascade,
  password text,
  sm4_key text
);

-- moves whenever the register changes: who holds it in memory reads it again
create sequence device_register_version;

-- a channel that nobody has mapped yet has a factor and neither pollutant nor unit: its values are kept all the same
alter table channel drop constraint channel_device_id_pollutant_key;
alter table channel
  alter column pollutant drop not null,
  alter column unit drop not null,
  add column factor text,
  -- what a value is of its span: the value itself or its mean, the least, the greatest, the total
  add column statistic text not null default 'value' check (statistic in ('value', 'min', 'max', 'total')),
  add column mapped_at timestamptz,
  add column mapped_by_name text;
create unique index channel_pollutant on channel (device_id, pollutant, statistic) where pollutant is not null;
create unique index channel_factor on channel (device_id, factor, statistic) where factor is not null;

-- packets by month: reading names device and time, an old month is archived by detaching it
alter table packet rename to packet_unpartitioned;
alter index packet_pkey rename to packet_unpartitioned_pkey;
create table packet (
  at timestamptz not null,
  received_at timestamptz not null default now(),
  device_id int not null,
  source_id int not null,
  span_minutes smallint not null,
  values real[] not null,
  -- one letter a channel: V valid, N no data, M maintenance, C calibration, S suspect, I invalid
  flags text not null,
  -- in this order an entry has no padding: a fifth less of index
  primary key (device_id, span_minutes, at)
) partition by range (at);

-- Makes the partitions of the months (UTC) from one instant to another, where they are missing.
create function ensure_packet_months(first timestamptz, last timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month timestamp := date_trunc('month', first at time zone 'UTC');
  name text;
  made int := 0;
begin
  if last - first > interval '100 years' then
    raise exception 'packet months: % to % is no period', first, last;
  end if;
  while month <= last at time zone 'UTC' loop
    name := 'packet_' || to_char(month, 'YYYY_MM');
    if to_regclass(name) is null then
      perform pg_advisory_xact_lock(7301213);
      if to_regclass(name) is null then
        execute format('create table %I partition of packet for values from (%L) to (%L)', name,
          to_char(month, 'YYYY-MM-DD') || 'T00:00:00Z', to_char(month + interval '1 month', 'YYYY-MM-DD') || 'T00:00:00Z');
        made := made + 1;
      end if;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;

do $$
begin
  perform ensure_packet_months(min(at), max(at)) from packet_unpartitioned having min(at) is not null;
end $$;
insert into packet (at, received_at, device_id, source_id, span_minutes, values, flags)
  select at, received_at, device_id, source_id, span_minutes, values, flags from packet_unpartitioned;
drop table packet_unpartitioned;

-- the newest packet of each device and span class, for maps and lists: one small table, written with every commit
create table latest_packet (
  device_id int not null,
  -- 0: of the moment; otherwise the minutes of its period
  span_minutes smallint not null,
  at timestamptz not null,
  received_at timestamptz not null,
  source_id int not null,
  values real[] not null,
  flags text not null,
  primary key (device_id, span_minutes)
) with (fillfactor = 50);

-- hours that packets came into, one row a commit: nobody waits for anybody to write it
create table touched_hours (
  id bigint generated always as identity primary key,
  device_ids int[] not null,
  hours timestamptz[] not null,
  at timestamptz not null default now()
);

-- frames that could not become packets, with their bytes and the reason; nothing that was answered is lost
create table kept_frame (
  id bigint generated always as identity primary key,
  received_at timestamptz not null default now(),
  protocol text not null,
  -- who it says it is
  identity text,
  device_id int references device on delete cascade,
  remote text,
  reason text not null,
  detail text,
  bytes bytea not null,
  -- when it became packets after all
  replayed_at timestamptz
);
create index kept_frame_by_identity on kept_frame (protocol, identity, id) where replayed_at is null;
create index kept_frame_by_device on kept_frame (device_id, id);
create index kept_frame_by_time on kept_frame (received_at);

-- who is connected, as the gateways last said
create table device_link (
  device_id int primary key references device on delete cascade,
  protocol text not null,
  gateway text not null,
  remote text,
  connected_at timestamptz not null,
  last_heard_at timestamptz not null,
  -- how far its clock is from ours, when its last packet said it; seconds
  clock_offset_s real,
  disconnected_at timestamptz,
  disconnect_reason text,
  -- departures from the protocol by name, counted
  deviations jsonb not null default '{}'
);

-- what a person asked a device to do, and what became of it
create table device_command (
  id uuid primary key default gen_random_uuid(),
  device_id int not null references device on delete cascade,
  protocol text not null,
  name text not null,
  arguments jsonb not null default '{}',
  asked_at timestamptz not null default now(),
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'waiting' check (state in
    ('waiting', 'sent', 'accepted', 'done', 'failed', 'refused', 'unanswered', 'cancelled')),
  -- which exchange on the link; QN of HJ 212
  exchange text,
  tries smallint not null default 0,
  changed_at timestamptz not null default now(),
  outcome jsonb
);
create index device_command_of_device on device_command (device_id, asked_at desc);
create index device_command_open on device_command (device_id) where state in ('waiting', 'sent', 'accepted');

-- the conversation of a command, line by line, without passwords
create table device_message (
  id bigint generated always as identity primary key,
  device_id int not null references device on delete cascade,
  command_id uuid references device_command on delete cascade,
  at timestamptz not null default now(),
  direction text not null check (direction in ('in', 'out')),
  text text not null
);
create index device_message_of_device on device_message (device_id, id desc);
