-- a visit or sampling: of a ledger's entry or at a place, by a kind's check-list
create table inspection (
  id bigint generated always as identity primary key,
  kind text not null,
  -- made by the sender, so that what is sent twice is kept once
  client_id uuid not null unique,
  ledger text,
  entry_id bigint,
  entry_key text,
  -- what was visited, by name; of a place its words
  name text not null,
  street_code text,
  -- the bureau that visited, and those that came along
  unit_id text,
  joint text[] not null default '{}',
  lon double precision,
  lat double precision,
  visited_on date not null,
  visited_at text,
  at_night boolean not null default false,
  -- item → yes (as it should be), no, na
  answers jsonb not null,
  -- the kind's own columns
  values jsonb not null,
  result text not null check (result in ('sound', 'findings')),
  findings int not null default 0,
  open_findings int not null default 0,
  mended_on date,
  -- CNY
  penalty numeric,
  words text not null default '',
  -- the visit whose findings this one looks at again
  follows_id bigint references inspection,
  by_id uuid,
  by_name text not null,
  simulated boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((ledger is null) = (entry_id is null))
);
create index inspection_newest on inspection (visited_on desc, id desc) where withdrawn_at is null;
create index inspection_of_kind on inspection (kind, visited_on desc, id desc) where withdrawn_at is null;
create index inspection_of_entry on inspection (ledger, entry_id, visited_on desc) where ledger is not null;
create index inspection_of_street on inspection (street_code, visited_on desc, id desc) where withdrawn_at is null;
create index inspection_open on inspection (visited_on) where open_findings > 0 and withdrawn_at is null;
create index inspection_touched on inspection (kind, updated_at);

-- what was not as it should be
create table inspection_finding (
  id bigint generated always as identity primary key,
  inspection_id bigint not null references inspection,
  item text not null,
  words text not null default '',
  severity text not null check (severity in ('minor', 'serious')),
  due_on date not null,
  mended_on date,
  mended_words text,
  mended_by_name text
);
create index inspection_finding_of on inspection_finding (inspection_id);
create index inspection_finding_due on inspection_finding (due_on) where mended_on is null;

-- pictures, each with its place and time; the bytes are a kept file
create table inspection_photo (
  id bigint generated always as identity primary key,
  inspection_id bigint not null references inspection,
  finding_id bigint references inspection_finding,
  -- of the finding, or of its mending
  shows text not null check (shows in ('visit', 'finding', 'mended')),
  file_id uuid not null references file,
  sha256 text not null,
  taken_at timestamptz,
  lon double precision,
  lat double precision,
  by_name text not null,
  at timestamptz not null default now()
);
create index inspection_photo_of on inspection_photo (inspection_id);

-- how many visits of a kind a month is planned to have, by whom
create table inspection_plan (
  kind text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  unit_id text not null,
  quota int not null check (quota between 0 and 1000000),
  note text not null default '',
  set_by_name text not null,
  set_at timestamptz not null default now(),
  primary key (kind, month, unit_id)
);
