-- a district as it was loaded from its folder; files are the truth, these rows serve the queries
create table district (
  code text primary key,
  slug text not null unique,
  name_zh text not null,
  name_en text not null,
  area_km2 numeric not null,
  settings jsonb not null,
  boundary jsonb not null,
  attribution text not null,
  digest text not null,
  loaded_at timestamptz not null default now()
);

create table street (
  code text primary key,
  district_code text not null references district on delete cascade,
  name_zh text not null,
  name_en text not null,
  pinyin text not null,
  area_km2 numeric not null,
  boundary jsonb not null
);

create table unit (
  id text primary key,
  district_code text not null references district on delete cascade,
  position int not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  street_code text references street deferrable initially deferred
);

create table unit_alias (
  unit_id text not null references unit on delete cascade,
  alias text not null,
  scope text,
  note text,
  position int not null
);

create table unit_member (
  collective_id text not null references unit on delete cascade,
  unit_id text not null references unit on delete cascade,
  valid_from date not null,
  valid_until date,
  primary key (collective_id, unit_id, valid_from)
);

create table station (
  code text primary key,
  district_code text not null references district on delete cascade,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  in_district boolean not null,
  lon double precision not null,
  lat double precision not null,
  street_code text references street,
  note jsonb
);

-- sand-dust periods: imported facts with their source
create table sand_period (
  id bigint generated always as identity primary key,
  district_code text not null references district on delete cascade,
  begins timestamptz not null,
  ends timestamptz not null check (ends > begins),
  source text not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  unique (district_code, begins, ends)
);
