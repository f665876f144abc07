-- hours that packets came into and that quality control has not looked at, one row a commit
create table untested_hours (
  id bigint generated always as identity primary key,
  device_ids int[] not null,
  hours timestamptz[] not null,
  at timestamptz not null default now()
);

-- Beijing days of the whole network whose tests wait: the tests of the day itself, or the comparison of days
create table qc_due (
  day date not null,
  stage text not null check (stage in ('day', 'drift')),
  at timestamptz not null default now(),
  primary key (day, stage)
);

-- what a test says of one channel for an interval; values are never changed by it
create table qc_mark (
  id bigint generated always as identity primary key,
  device_id int not null references device on delete cascade,
  channel_no smallint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- id of the test and edition of its numbers (methods/sensor-qc)
  test text not null,
  edition text not null,
  -- told: worth looking at, keeps nothing out
  state text not null check (state in ('suspect', 'invalid', 'told')),
  evidence jsonb not null,
  -- which day's run found it
  day date not null,
  found_at timestamptz not null default now(),
  -- since when late data say otherwise: what was known then can still be asked
  gone_at timestamptz,
  -- as the newest standing review says
  review text not null default 'open' check (review in ('open', 'accepted', 'overruled')),
  audited boolean not null default false,
  check (from_at < until_at),
  check (review <> 'open' or not audited)
);
create index qc_mark_of_device on qc_mark (device_id, from_at);
create index qc_mark_by_time on qc_mark (from_at desc, id desc) where gone_at is null;
create index qc_mark_by_day on qc_mark (day) where gone_at is null;

-- what a person said of a mark, with a copy of what it was about: late data can end the mark, never the review
create table qc_review (
  id uuid primary key default gen_random_uuid(),
  mark_id bigint not null references qc_mark on delete cascade,
  mark jsonb not null,
  verdict text not null check (verdict in ('accepted', 'overruled')),
  reason text not null,
  reviewed_at timestamptz not null default now(),
  reviewed_by uuid,
  reviewed_by_name text not null,
  -- provisional until a second person has looked
  state text not null default 'provisional' check (state in ('provisional', 'audited', 'returned', 'lapsed')),
  audited_at timestamptz,
  audited_by uuid,
  audited_by_name text,
  audit_reason text,
  -- when it was returned, replaced, or its mark ended
  ended_at timestamptz,
  check (state in ('provisional', 'lapsed') or audited_by_name is not null),
  check ((state in ('returned', 'lapsed')) = (ended_at is not null)),
  check (audited_by is null or audited_by is distinct from reviewed_by)
);
create index qc_review_of_mark on qc_review (mark_id);
create unique index qc_review_standing on qc_review (mark_id) where state in ('provisional', 'audited');

-- medians of hours that are left after the tests of the day, arrays by channel: what days are compared with
create table qc_hour (
  device_id int not null references device on delete cascade,
  hour timestamptz not null,
  medians real[] not null,
  primary key (device_id, hour)
);

-- at which ratio (natural logarithm) to its surroundings a channel normally stands, found over a time that a person chose
create table qc_usual (
  device_id int not null references device on delete cascade,
  channel_no smallint not null,
  ratio real not null,
  first date not null,
  last date not null,
  set_at timestamptz not null default now(),
  set_by_name text not null,
  primary key (device_id, channel_no)
);

-- calibration models of a channel: a version holds from a day that a second person gives it
create table qc_calibration (
  id uuid primary key default gen_random_uuid(),
  device_id int not null references device on delete cascade,
  channel_no smallint not null,
  version int not null,
  model text not null,
  coefficients jsonb not null,
  -- ranges of sensor, reference and humidity that it was trained on
  training jsonb not null,
  samples int not null,
  weeks int not null,
  sites int not null,
  -- errors on weeks and sites left out
  held_out jsonb not null,
  -- the other models that were tried, with theirs
  ladder jsonb not null,
  reference_device_id int not null,
  trained_first date not null,
  trained_last date not null,
  made_at timestamptz not null default now(),
  made_by uuid,
  made_by_name text not null,
  state text not null default 'draft' check (state in ('draft', 'admitted', 'withdrawn')),
  valid_from date,
  valid_until date,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  reason text,
  unique (device_id, channel_no, version),
  check ((state = 'draft') = (decided_at is null)),
  check (state <> 'admitted' or valid_from is not null),
  check (valid_until is null or valid_until >= valid_from),
  check (state <> 'admitted' or decided_by is null or decided_by is distinct from made_by)
);
