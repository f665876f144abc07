-- one quantity of one device on one day: its exact value is mean_num/mean_den, no digit lost
create table day_value (
  device_id int not null references device on delete cascade,
  day date not null,
  -- SO2 … CO: mean of the day; O3_8h: largest 8-hour mean; O3_1h: largest hour
  item text not null,
  edition text not null,
  -- true: made without the hours of sand periods (only for days that have some)
  without_sand boolean not null,
  hours smallint not null,
  valid boolean not null,
  mean_num numeric,
  mean_den numeric check (mean_den > 0),
  least real,
  greatest real,
  source_ids int[] not null,
  computed_at timestamptz not null default now(),
  primary key (device_id, day, item, edition, without_sand)
);

-- one day of a station or a district by one rule book: printed figures, indices, class
create table air_day (
  scope_kind text not null,
  scope_code text not null,
  day date not null,
  edition text not null,
  printed jsonb not null,
  hours jsonb not null,
  iaqi jsonb not null,
  aqi smallint,
  level smallint,
  primary_pollutants text[] not null,
  missing text[] not null,
  sand boolean not null,
  source_ids int[] not null,
  inputs_digest text not null,
  computed_at timestamptz not null default now(),
  primary key (scope_kind, scope_code, edition, day)
);

-- a month so far, a year so far (every day is an `until_day`), a year: statistics by one rule book
create table air_period (
  scope_kind text not null,
  scope_code text not null,
  kind text not null check (kind in ('month', 'year_to_date', 'year')),
  from_day date not null,
  until_day date not null,
  edition text not null,
  -- true: made without sand; written only where the period has sand
  sand_excluded boolean not null,
  statistics jsonb not null,
  -- pollutant → exact sum of its valid day values as a fraction 'num/den'
  sums jsonb not null,
  valid_days jsonb not null,
  days jsonb not null,
  composite jsonb not null,
  source_ids int[] not null,
  inputs_digest text not null,
  computed_at timestamptz not null default now(),
  primary key (scope_kind, scope_code, kind, edition, until_day, sand_excluded)
);
