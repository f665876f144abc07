-- what a unit says it has done for a measure, with its documents; kept through the versions and years of the measure
create table measure_report (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  lineage uuid not null,
  year int not null,
  -- the number of the measure when it was reported
  measure_id text not null,
  -- null when the air office speaks
  unit_id text,
  as_of date not null,
  words text not null check (length(words) between 1 and 5000),
  reported_at timestamptz not null default now(),
  reported_by uuid,
  reported_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index measure_report_of_year on measure_report (district_code, year, reported_at desc);
create index measure_report_of_measure on measure_report (lineage, reported_at desc);

create table measure_report_file (
  report_id uuid not null references measure_report on delete restrict,
  position smallint not null,
  file_id uuid not null references file on delete restrict,
  name text not null,
  primary key (report_id, position)
);

-- a report is never rewritten: it can only be withdrawn, once, with a reason
create function measure_report_is_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - '{withdrawn_at,withdrawn_by_name,withdrawn_reason}'::text[]
      = to_jsonb(old) - '{withdrawn_at,withdrawn_by_name,withdrawn_reason}'::text[] then
    return new;
  end if;
  raise exception 'a report cannot be changed, only withdrawn';
end $$;
create trigger measure_report_is_frozen before update or delete on measure_report
  for each row execute function measure_report_is_frozen();
create function measure_report_file_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'the documents of a report cannot be changed';
end $$;
create trigger measure_report_file_is_frozen before update or delete on measure_report_file
  for each row execute function measure_report_file_is_frozen();
