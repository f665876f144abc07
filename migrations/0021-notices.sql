-- what a person is told: one notice per matter, person and day
create table notice (
  id bigint generated always as identity primary key,
  district_code text not null references district on delete restrict,
  account_id uuid not null references account on delete cascade,
  -- stable name of the matter: `measure 2021 14.3`
  matter_id text not null,
  day date not null,
  about jsonb not null,
  urgency text not null check (urgency in ('info', 'soon', 'late')),
  title jsonb not null,
  words jsonb,
  -- a page of this application
  href text not null check (href ~ '^/([^/]|$)'),
  -- for whom the person stands in; null: the matter is the person's own
  on_behalf_of uuid references account on delete cascade,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  -- since when the matter is settled, or told again by a newer notice
  over_at timestamptz,
  constraint notice_once_a_day unique (account_id, matter_id, day)
);
create index notice_of_person on notice (account_id, id desc);
create index notice_unread on notice (account_id) where read_at is null and over_at is null;
create index notice_standing on notice (district_code, matter_id) where over_at is null;

-- the same, outside of the application
create table notice_delivery (
  notice_id bigint not null references notice on delete cascade,
  channel text not null check (channel in ('mail', 'hook')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain')),
  attempts smallint not null default 0,
  next_at timestamptz not null default now(),
  claimed_at timestamptz,
  ended_at timestamptz,
  -- what the other side said: a code, never an address or a secret
  failure text,
  primary key (notice_id, channel)
);
create index notice_delivery_open on notice_delivery (next_at) where state in ('waiting', 'sending');
create index notice_delivery_trouble on notice_delivery (ended_at) where state in ('failed', 'uncertain');

-- from which urgency on a person is told by which channel; no row: the defaults
create table notice_preference (
  account_id uuid primary key references account on delete cascade,
  mail text not null default 'soon' check (mail in ('off', 'late', 'soon', 'info')),
  hook text not null default 'off' check (hook in ('off', 'late', 'soon', 'info')),
  hook_kind text check (hook_kind in ('wecom', 'dingtalk', 'json')),
  hook_url text,
  hook_secret text,
  check ((hook_kind is null) = (hook_url is null)),
  check (hook = 'off' or hook_url is not null)
);

-- who stands in for a person from a day to a day, both included
create table notice_deputy (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  deputy_id uuid not null references account on delete cascade,
  from_day date not null,
  until_day date not null,
  named_at timestamptz not null default now(),
  ended_at timestamptz,
  check (account_id <> deputy_id),
  check (from_day <= until_day)
);
create index notice_deputy_of_person on notice_deputy (account_id, until_day) where ended_at is null;
create index notice_deputy_of_deputy on notice_deputy (deputy_id, until_day) where ended_at is null;
