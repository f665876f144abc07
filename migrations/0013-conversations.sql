-- the code with which a JT/T 808 terminal comes back after it has registered; a password that a person gave goes before it
create table terminal_code (
  device_id int primary key references device on delete cascade,
  code text not null,
  given_at timestamptz not null default now()
);

-- one exchange of a device at a time, whichever process it is connected to
create unique index device_command_under_way on device_command (device_id) where state in ('sent', 'accepted');

-- until when a command waits for its device to connect
alter table device_command add column waits_until timestamptz;
create index device_command_waiting on device_command (device_id, asked_at) where state = 'waiting';

-- what a command carries that nobody may read afterwards; gone when the command has ended
create table device_command_secret (
  command_id uuid primary key references device_command on delete cascade,
  items jsonb not null
);

-- missing periods that were asked for, so that one that does not come is asked for less and less often
create table asked_gap (
  device_id int not null references device on delete cascade,
  span_minutes smallint not null,
  begins timestamptz not null,
  ends timestamptz not null,
  tries smallint not null default 1,
  next_at timestamptz not null,
  primary key (device_id, span_minutes, begins)
);
