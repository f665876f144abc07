alter table device
  add column name_en text,
  -- the district's file that states it; a person's edit makes it the register's own
  add column from_file text,
  add column edited_at timestamptz,
  add column edited_by_name text,
  add column admitted_at timestamptz;
create index device_by_kind on device (kind, code);
create index device_by_street on device (street_code, code);

-- every change of state with its reason; the device's row holds the last one
create table device_state_change (
  id bigint generated always as identity primary key,
  device_id int not null references device on delete cascade,
  at timestamptz not null default now(),
  from_state text,
  to_state text not null,
  reason text,
  by_name text not null
);
create index device_state_change_of_device on device_state_change (device_id, id desc);

-- when a device is worked on: planned ahead or begun at once, open until it is ended
create table maintenance_window (
  id uuid primary key default gen_random_uuid(),
  device_id int not null references device on delete cascade,
  begins timestamptz not null,
  ends timestamptz,
  reason text not null,
  by_name text not null,
  made_at timestamptz not null default now(),
  check (ends is null or ends > begins)
);
create index maintenance_window_of_device on maintenance_window (device_id, begins desc);

-- how each device was found at the last look, in words; written by engines/health, read with every list
create table device_health (
  device_id int primary key references device on delete cascade,
  state text not null check (state in ('online', 'late', 'silent', 'faulty', 'maintenance', 'probation')),
  cause text not null,
  since timestamptz not null,
  -- when it was last heard of at all, and when its last values came
  heard_at timestamptz,
  values_at timestamptz,
  words jsonb not null,
  remedy jsonb,
  -- what the next look compares with: counts of deviations and when they last rose, since when flags are bad
  seen jsonb not null default '{}',
  checked_at timestamptz not null
);
create index device_health_by_state on device_health (state);

-- what was done at a device: visits, repairs, calibrations; mistaken entries are withdrawn and stay readable
create table device_log (
  id uuid primary key default gen_random_uuid(),
  device_id int not null references device on delete restrict,
  kind text not null check (kind in ('visit', 'cleaning', 'repair', 'replacement', 'calibration', 'other')),
  done_on date not null,
  done_by text not null,
  words text not null,
  -- of a calibration: which quantity (null: the whole device), against what, how it came out, until when it holds
  pollutant text,
  standard text,
  result text check (result in ('passed', 'adjusted', 'failed')),
  valid_until date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  recorded_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((kind = 'calibration') = (standard is not null)),
  check ((kind = 'calibration') = (result is not null)),
  check ((kind = 'calibration') = (valid_until is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index device_log_of_device on device_log (device_id, done_on desc);
create index device_log_calibrations on device_log (valid_until) where kind = 'calibration' and withdrawn_at is null;

create table device_log_file (
  log_id uuid not null references device_log on delete restrict,
  position smallint not null,
  file_id uuid not null references file on delete restrict,
  name text not null,
  primary key (log_id, position)
);

-- thresholds that differ from the stated defaults, from a date on
create table health_setting (
  name text not null,
  from_date date not null,
  value double precision not null,
  set_at timestamptz not null default now(),
  set_by_name text not null,
  primary key (name, from_date)
);

-- when somebody watched: between two looks further apart than a few minutes nobody did
create table health_watch (
  began timestamptz primary key,
  last_look timestamptz not null
);

-- how a device was, one row a stretch
create table health_episode (
  device_id int not null references device on delete cascade,
  began timestamptz not null,
  -- null: still so
  ended timestamptz,
  state text not null,
  cause text not null,
  words jsonb not null,
  primary key (device_id, began)
);
create index health_episode_by_end on health_episode (ended);

-- minutes of a day in each state, and how many of its hours are valid; computed from episodes and hours, any time again
create table device_health_day (
  device_id int not null references device on delete cascade,
  day date not null,
  online_minutes int not null,
  late_minutes int not null,
  silent_minutes int not null,
  faulty_minutes int not null,
  maintenance_minutes int not null,
  -- nobody watched, or the device was not admitted yet
  unwatched_minutes int not null,
  -- hours that the day has (so far), times channels; of them valid
  expected_hours int not null,
  valid_hours int not null,
  computed_at timestamptz not null default now(),
  primary key (device_id, day)
);
create index device_health_day_by_day on device_health_day (day);

-- one episode that somebody has to know of; an outage stands for all of its devices
create table health_alarm (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('silent', 'faulty', 'outage')),
  -- of an outage: what its devices have in common
  common text check (common in ('all', 'gateway', 'kind', 'street')),
  common_of text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  cause text not null,
  words jsonb not null,
  remedy jsonb,
  acknowledged_at timestamptz,
  acknowledged_by_name text,
  note text,
  check ((kind = 'outage') = (common is not null))
);
create index health_alarm_open on health_alarm (opened_at) where closed_at is null;
create index health_alarm_by_time on health_alarm (opened_at desc, id);

create table health_alarm_device (
  alarm_id uuid not null references health_alarm on delete cascade,
  device_id int not null references device on delete cascade,
  joined_at timestamptz not null,
  recovered_at timestamptz,
  primary key (alarm_id, device_id)
);
create index health_alarm_device_of_device on health_alarm_device (device_id, joined_at desc);
