-- documents and pictures of an entry; nothing is deleted, a mistaken one is withdrawn
create table ledger_file (
  id bigint generated always as identity primary key,
  ledger text not null,
  entry_id bigint not null,
  file_id uuid not null references file,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 text not null,
  by_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text
);
create index ledger_file_of_entry on ledger_file (ledger, entry_id);
