-- the parts of a measure that have owners of their own; kept by the measure's lineage
create table measure_part (
  district_code text not null references district on delete restrict,
  lineage uuid not null,
  part text not null,
  position smallint not null,
  -- the measure's own words
  quote text not null,
  units text[] not null,
  indicators text[] not null default '{}',
  criteria jsonb not null default '[]',
  primary key (lineage, part)
);

-- a month's report of a unit; a report without a month is a note that nobody reviews
alter table measure_report add column month text check (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
alter table measure_report add column part text not null default '';
alter table measure_report add column figures jsonb not null default '[]';
alter table measure_report add column replaces uuid references measure_report on delete restrict;
alter table measure_report add check (month is null or unit_id is not null);
create unique index measure_report_replaced_once on measure_report (replaces);
create unique index measure_report_first_of_month on measure_report (lineage, part, unit_id, month)
  where month is not null and replaces is null and withdrawn_at is null;
create index measure_report_of_unit on measure_report (district_code, unit_id, month) where month is not null;

create table measure_report_step (
  report_id uuid not null references measure_report on delete restrict,
  no smallint not null,
  state text not null check (state in ('submitted', 'reviewed', 'accepted', 'returned')),
  reason text,
  at timestamptz not null default now(),
  -- the house's own day, which a demonstration may set
  day date not null,
  by_id uuid,
  by_name text not null,
  primary key (report_id, no),
  check (state <> 'returned' or length(reason) > 0)
);
create trigger measure_report_step_is_frozen before update or delete on measure_report_step
  for each row execute function measure_report_file_is_frozen();

-- 督办函: drafted by the house, issued by the air office under the year's next number
create table supervision_letter (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  year int not null,
  no int,
  lineage uuid not null,
  measure_id text not null,
  unit_id text not null,
  kind text not null check (kind in ('overdue', 'behind')),
  lapse text not null,
  lamp text not null,
  facts jsonb not null,
  demand jsonb,
  raised_on date not null,
  state text not null default 'draft' check (state in ('draft', 'issued', 'answered', 'dropped')),
  issued_on date,
  answer_by date,
  issued_by_name text,
  file_id uuid references file on delete restrict,
  answer text,
  answered_on date,
  answered_by_name text,
  dropped_reason text,
  unique (lineage, unit_id, lapse),
  unique (district_code, year, no),
  check ((no is null) = (state in ('draft', 'dropped')))
);
create index supervision_letter_open on supervision_letter (district_code, state, unit_id);
create table supervision_letter_number (
  district_code text not null references district on delete restrict,
  year int not null,
  last int not null,
  primary key (district_code, year)
);

create table measure_extension (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  year int not null,
  lineage uuid not null,
  measure_id text not null,
  part text not null default '',
  unit_id text not null,
  asked_until date not null,
  reason text not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  granted_until date,
  decision text,
  decided_on date,
  decided_by_name text,
  check ((state = 'granted') = (granted_until is not null))
);
create unique index measure_extension_asked_once on measure_extension (lineage, part, unit_id) where state = 'asked';
create index measure_extension_of_unit on measure_extension (district_code, year, unit_id);

-- 销号: asked for against written criteria, decided by the air office
create table measure_strike_off (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  year int not null,
  lineage uuid not null,
  measure_id text not null,
  unit_id text not null,
  words text not null,
  -- every criterion as it stood when it was asked, with its evidence
  criteria jsonb not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'asked' check (state in ('asked', 'struck', 'refused', 'reopened')),
  reason text,
  decided_on date,
  decided_by_name text,
  check (state not in ('refused', 'reopened') or length(reason) > 0)
);
create unique index measure_strike_off_once on measure_strike_off (lineage) where state in ('asked', 'struck');

-- 调度会: what was ordered becomes somebody's duty
create table dispatch_meeting (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  held_on date not null,
  title text not null,
  participants text not null,
  minutes text not null,
  kept_by_name text not null,
  kept_at timestamptz not null default now()
);
create index dispatch_meeting_of on dispatch_meeting (district_code, held_on desc);
create table dispatch_item (
  meeting_id uuid not null references dispatch_meeting on delete restrict,
  no smallint not null,
  unit_id text not null,
  what text not null,
  due_on date not null,
  year int not null,
  measure_id text,
  state text not null default 'open' check (state in ('open', 'done', 'verified')),
  done_on date,
  done_by uuid,
  done_words text,
  done_by_name text,
  verified_on date,
  verified_by_name text,
  primary key (meeting_id, no)
);
create index dispatch_item_open on dispatch_item (unit_id, due_on) where state <> 'verified';

-- weights of the score from a day on; the newest line that has begun holds
create table score_weights (
  id bigint generated always as identity primary key,
  district_code text not null references district on delete restrict,
  from_day date not null,
  weights jsonb not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null default now()
);
