-- bulletins: one row per version of a kind and period; from the day of issue on it is frozen
create table bulletin (
  id uuid primary key default gen_random_uuid(),
  district_code text not null references district on delete restrict,
  kind text not null,
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  version_no int not null check (version_no >= 1),
  state text not null check (state in ('draft', 'issued', 'corrected')),
  title text not null,
  issuer text not null,
  number_year int,
  number_seq int check (number_seq >= 1),
  number text,
  issued_on date,
  issued_by uuid,
  issued_by_name text,
  -- why this version replaces the one before it, and which printed figures differ
  corrects uuid references bulletin on delete restrict,
  correction text,
  changes jsonb not null default '[]',
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  unique (district_code, kind, period_from, period_until, version_no),
  check (state = 'draft' or (number_seq is not null and number_year is not null and number is not null and issued_on is not null))
);
-- numbers run per kind and year; one draft and one version in force a period
create unique index bulletin_number on bulletin (district_code, kind, number_year, number_seq);
create unique index bulletin_one_draft on bulletin (district_code, kind, period_from, period_until) where state = 'draft';
create unique index bulletin_in_force on bulletin (district_code, kind, period_from, period_until) where state = 'issued';
create index bulletin_by_period on bulletin (district_code, period_until desc, version_no desc);

create function bulletin_is_frozen() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.state = 'issued' and new.state = 'corrected'
    and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
    return new;
  end if;
  raise exception 'an issued bulletin cannot be changed';
end $$;
create trigger bulletin_is_frozen before update or delete on bulletin for each row execute function bulletin_is_frozen();
