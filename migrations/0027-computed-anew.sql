-- what a ledger's rules compute of an entry, computed anew when the rules have changed; a change of its own kind in the history
alter table ledger_change drop constraint ledger_change_kind_check;
alter table ledger_change add constraint ledger_change_kind_check
  check (kind in ('created', 'changed', 'refreshed', 'struck', 'restored', 'computed'));

create table ledger_computed (
  ledger text primary key,
  mark text not null,
  at timestamptz not null default now()
);
