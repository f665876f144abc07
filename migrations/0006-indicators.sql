-- which indicators serve a measure of a plan's version
create table measure_indicator (
  version_id text not null,
  measure_id text not null,
  indicator_id text not null,
  position smallint not null,
  -- what is asked where the measure's own words name no target: {operator, value, unit}
  target jsonb,
  primary key (version_id, measure_id, indicator_id)
);

-- an indicator's value for one scope, from the beginning of the period to any day of it
create table indicator_value (
  indicator_id text not null,
  scope_kind text not null,
  scope_code text not null,
  period text not null,
  from_day date not null,
  until_day date not null,
  value text,
  -- the same figure of the year before, by the same edition
  last_year text,
  edition text not null,
  -- exact parts for arithmetic on the rest of the period: sum over days as a fraction, days that count
  parts jsonb not null,
  evidence int not null,
  excluded int not null,
  provenance jsonb not null,
  inputs_digest text not null,
  computed_at timestamptz not null default now(),
  primary key (indicator_id, scope_kind, scope_code, period, until_day)
);
create index indicator_value_by_day on indicator_value (scope_kind, scope_code, period, until_day);

-- the evidence from which a scope's year of an indicator was computed last: unchanged evidence is not computed again
create table indicator_mark (
  indicator_id text not null,
  scope_kind text not null,
  scope_code text not null,
  year int not null,
  mark text not null,
  primary key (indicator_id, scope_kind, scope_code, year)
);
