-- which indicators serve a measure, as a person decided; the newest row of a measure counts, before the plan's folder
create table measure_binding (
  id bigint generated always as identity primary key,
  district_code text not null,
  year int not null,
  -- the measure, through amendments
  lineage text not null,
  -- [{indicatorId, target, pace}], the first leading; null: back to what the folder or last year's plan says
  indicators jsonb,
  reason text not null,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null default now()
);
create index measure_binding_of_year on measure_binding (district_code, year, lineage, id);
