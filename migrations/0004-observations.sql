-- what measures: a station's instrument set, a micro-station, a site monitor; its channels are numbered
create table device (
  id int generated always as identity primary key,
  code text not null unique,
  kind text not null,
  station_code text,
  street_code text,
  unit_id text,
  simulated boolean not null default false,
  created_at timestamptz not null default now()
);
create index device_of_station on device (station_code);

create table channel (
  device_id int not null references device on delete cascade,
  no smallint not null,
  pollutant text not null,
  unit text not null,
  primary key (device_id, no),
  unique (device_id, pollutant)
);

-- where records come from: a file, a replay of another year's record, a gateway
create table record_source (
  id int generated always as identity primary key,
  kind text not null check (kind in ('import', 'replay', 'gateway', 'simulated')),
  label jsonb not null,
  replay_of_year int,
  file_id uuid,
  mapping jsonb,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_by_name text,
  -- the work that brought it and what came of it
  work_id uuid,
  report jsonb,
  check ((kind = 'replay') = (replay_of_year is not null))
);

-- one row a packet: values[i] belongs to channel i (1-based), as it was sent and in the channel's unit
create table packet (
  device_id int not null,
  at timestamptz not null,
  span_minutes smallint not null,
  values real[] not null,
  -- one letter a channel: V valid, N no data, M maintenance, C calibration, S suspect, I invalid
  flags text not null,
  source_id int not null,
  received_at timestamptz not null default now(),
  primary key (device_id, at, span_minutes)
);

-- what a later record replaced: nothing that was once believed is lost
create table packet_replaced (
  device_id int not null,
  at timestamptz not null,
  span_minutes smallint not null,
  values real[] not null,
  flags text not null,
  source_id int not null,
  received_at timestamptz not null,
  replaced_at timestamptz not null default now()
);
create index packet_replaced_by_device on packet_replaced (device_id, at);

-- hour values per device, arrays by channel as in packet; `hour` is the beginning of the hour
create table hour_value (
  device_id int not null,
  hour timestamptz not null,
  mean real[] not null,
  samples smallint[] not null,
  flags text not null,
  source_id int not null,
  computed_at timestamptz not null default now(),
  primary key (device_id, hour)
);

-- days whose hours changed and whose figures wait to be computed again
create table touched_day (
  device_id int not null,
  day date not null,
  at timestamptz not null default now(),
  primary key (device_id, day)
);

-- what could not be taken from a file, row by row; belongs to the work that read it
create table import_error (
  work_id uuid not null references work on delete cascade,
  seq int not null,
  row_no int not null,
  column_name text,
  value text not null,
  message jsonb not null,
  primary key (work_id, seq)
);
