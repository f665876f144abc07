-- indicators that an officer has declared; those of the chapters stand in the program
create table indicator_declared (
  id text primary key,
  definition jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by_name text not null
);
