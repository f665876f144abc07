-- how a bound figure has to get there: {pace: 'line' | 'level', months: [12 quantities]}
alter table measure_indicator add column pace jsonb;

-- what a letter assigns, and what is planned month by month: one row a decision, the newest in force counts
create table indicator_target (
  id bigint generated always as identity primary key,
  district_code text not null,
  year int not null,
  -- the measure, through amendments
  lineage text not null,
  indicator_id text not null,
  -- the figure assigned; null: this row only plans the months
  value text,
  unit text,
  -- quantities of January to December
  months jsonb,
  -- number of the letter, the day from which it holds, the document
  letter text,
  in_force_on date not null,
  file_id uuid references file,
  file_name text,
  note text,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check (value is not null or months is not null)
);
create index indicator_target_of_year on indicator_target (district_code, year, lineage, indicator_id);
