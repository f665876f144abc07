-- the plan of one year of one district; what it orders stands in its versions
create table plan (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district,
  year int not null check (year between 2000 and 2100),
  created_at timestamptz not null default now(),
  unique (district_code, year)
);

-- a document that was read and waits for review: the machine's reading is never changed
create table plan_draft (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district,
  file_id uuid not null references file,
  file_name text not null,
  reading jsonb not null,
  document jsonb not null,
  warnings jsonb not null,
  state text not null default 'open' check (state in ('open', 'adopted', 'discarded')),
  created_at timestamptz not null default now(),
  created_by uuid,
  created_by_name text,
  closed_at timestamptz
);
create index plan_draft_open on plan_draft (district_code, created_at desc) where state = 'open';

-- what people did to a draft, in order; undone acts stay and no longer count
create table plan_correction (
  id bigint generated always as identity primary key,
  draft_id uuid not null references plan_draft on delete cascade,
  kind text not null check (kind in ('value', 'settled', 'structure')),
  path text not null,
  machine jsonb,
  corrected jsonb,
  reason text,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_by_name text,
  undone_at timestamptz,
  undone_by uuid
);
create index plan_correction_of_draft on plan_correction (draft_id, id);

-- an adopted wording of a plan; it never changes
create table plan_version (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan,
  no int not null check (no >= 1),
  title text not null,
  draft_id uuid not null unique references plan_draft,
  file_id uuid not null references file,
  file_name text not null,
  adopted_on date not null,
  effective_on date not null,
  adopted_by uuid,
  adopted_by_name text,
  note text,
  created_at timestamptz not null default now(),
  unique (plan_id, no)
);

create table plan_chapter (
  version_id uuid not null references plan_version on delete cascade,
  position int not null,
  no int not null,
  title text not null,
  primary key (version_id, position)
);

create table plan_task (
  version_id uuid not null,
  position int not null,
  chapter_position int not null,
  no int not null,
  title text not null,
  primary key (version_id, position),
  foreign key (version_id, chapter_position) references plan_chapter on delete cascade
);

-- one row of 工作措施; `lineage` is the same in every version and year that carries the same measure on
create table measure (
  version_id uuid not null,
  position int not null,
  task_position int not null,
  id text not null,
  no int not null,
  lineage uuid not null,
  text text not null,
  deadline_kind text not null,
  deadline_raw text not null,
  deadline_date date,
  deadline_months int[],
  source jsonb not null,
  primary key (version_id, position),
  unique (version_id, id),
  unique (version_id, lineage),
  foreign key (version_id, task_position) references plan_task on delete cascade
);
create index measure_of_lineage on measure (lineage);

-- duties: `raw` as the plan names the unit, `unit_id` in the directory, `members` of a collective on the day of adoption
create table measure_unit (
  version_id uuid not null,
  measure_position int not null,
  role text not null check (role in ('lead', 'support', 'coordinator')),
  position int not null,
  raw text not null,
  unit_id text,
  members jsonb,
  primary key (version_id, measure_position, role, position),
  foreign key (version_id, measure_position) references measure on delete cascade
);
create index measure_unit_of_unit on measure_unit (unit_id);

create table measure_target (
  version_id uuid not null,
  measure_position int not null,
  no int not null,
  what text not null,
  operator text not null check (operator in ('>=', '<=', '=', '>', '<', 'about', 'increase', 'decrease', 'assigned')),
  value numeric,
  unit text,
  scope text,
  period text,
  soft text,
  quote text not null,
  quote_start int,
  quote_end int,
  confidence real not null,
  primary key (version_id, measure_position, no),
  foreign key (version_id, measure_position) references measure on delete cascade,
  check ((value is null) = (operator in ('increase', 'decrease', 'assigned')))
);

-- adopted wording is final: the application's mistakes cannot rewrite it
create function adopted_plan_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'an adopted plan cannot be changed; adopt a new version';
end $$;
create trigger adopted_version_is_final before update on plan_version for each row execute function adopted_plan_is_final();
create trigger adopted_measure_is_final before update on measure for each row execute function adopted_plan_is_final();
create trigger adopted_duty_is_final before update on measure_unit for each row execute function adopted_plan_is_final();
create trigger adopted_target_is_final before update on measure_target for each row execute function adopted_plan_is_final();

-- what the machine read stays what it read
create function machine_reading_is_final() returns trigger language plpgsql as $$
begin
  if new.reading is distinct from old.reading or new.document is distinct from old.document or new.file_id <> old.file_id then
    raise exception 'the reading of a draft cannot be changed; corrections stand beside it';
  end if;
  return new;
end $$;
create trigger machine_reading_is_final before update on plan_draft for each row execute function machine_reading_is_final();
