-- who is to visit what by when: given out by whoever plans, done by a visit of that kind to that entry
create table inspection_errand (
  id bigint generated always as identity primary key,
  kind text not null,
  ledger text not null,
  entry_id bigint not null,
  name text not null,
  street_code text,
  account_id uuid not null references account on delete cascade,
  due_on date not null,
  note text not null default '',
  set_on date not null,
  set_by_name text not null,
  set_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  check (due_on >= set_on)
);
create index inspection_errand_of_person on inspection_errand (account_id, due_on) where withdrawn_at is null;
