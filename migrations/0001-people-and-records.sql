-- accounts and their roles
create table account (
  id uuid primary key default gen_random_uuid(),
  login text not null check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  name text not null,
  email text,
  password_hash text,
  oidc_subject text,
  must_change_password boolean not null default false,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  seen_at timestamptz,
  constraint account_login_once unique (login),
  constraint account_oidc_once unique (oidc_subject)
);

create table account_role (
  account_id uuid not null references account on delete cascade,
  role text not null,
  unit_id text not null default '',
  street_code text not null default '',
  primary key (account_id, role, unit_id, street_code)
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address inet,
  agent text
);
create index session_of_account on session (account_id);
create index session_by_expiry on session (expires_at);

-- attempts to log in, counted per address and login, per address and for the whole house; keys are digests
create table login_attempt (
  key bytea primary key,
  since timestamptz not null,
  count int not null
);

-- a single sign-on that is under way in some browser
create table oidc_attempt (
  id_hash bytea primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  redirect text not null,
  expires_at timestamptz not null
);

-- every change, with before and after; each row carries the hash of the row before it
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  address inet,
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_by_subject on audit (subject_kind, subject_id, seq desc);
create index audit_by_actor on audit (actor_id, seq desc);

create function audit_row_hash(previous bytea, r audit) returns bytea language sql immutable as $$
  select sha256(previous || convert_to(
    jsonb_build_array(r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.actor_id, r.actor, r.action,
      r.subject_kind, r.subject_id, r.before, r.after, host(r.address))::text, 'UTF8'))
$$;

create function audit_chain() returns trigger language plpgsql as $$
declare last audit;
begin
  perform pg_advisory_xact_lock(7301205);
  select * into last from audit order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, '\x00'::bytea);
  new.hash := audit_row_hash(new.previous_hash, new);
  return new;
end $$;
create trigger audit_chain before insert on audit for each row execute function audit_chain();

create function audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the audit cannot be changed';
end $$;
create trigger audit_is_final before update or delete on audit for each row execute function audit_is_final();
create trigger audit_is_never_emptied before truncate on audit for each statement execute function audit_is_final();

-- files that people give: kept once per content
create table file (
  id uuid primary key default gen_random_uuid(),
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  created_by uuid
);
create unique index file_by_content on file (sha256);

-- long work that a person started: progress, outcome, wish to stop
create table work (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  title jsonb not null,
  input jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  note jsonb,
  result jsonb,
  refusal jsonb,
  cancel_wanted boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_by_name text,
  started_at timestamptz,
  finished_at timestamptz
);
create index work_recent on work (created_at desc);

-- how each kind of background job went the last time
create table job_outcome (
  task text primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  failure text,
  outcome jsonb
);

-- jobs live in tables of their own owner; the application wakes them through this one door. Where no worker has ever
-- run there is nobody to wake: at its first start a worker looks for what waits.
create function enqueue(task text, payload json, key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if to_regnamespace('graphile_worker') is null then return; end if;
  execute 'select graphile_worker.add_job($1, $2, job_key => $3, run_at => coalesce($4, now()), max_attempts => 5)'
    using task, payload, key, run_at;
end $$;

-- what waits, as the health page counts it
create function job_queue() returns table (task text, waiting bigint, failed bigint, oldest timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if to_regnamespace('graphile_worker') is null then return; end if;
  return query execute 'select task_identifier, count(*) filter (where attempts < max_attempts and run_at <= now()),
    count(*) filter (where attempts >= max_attempts), min(run_at) from graphile_worker.jobs group by 1 order by 1';
end $$;
