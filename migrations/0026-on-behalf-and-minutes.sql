-- a report that somebody wrote who holds no role of the unit
alter table measure_report add column on_behalf boolean not null default false;

-- the minutes as signed, and what was handed out at a meeting
create table dispatch_meeting_file (
  meeting_id uuid not null references dispatch_meeting on delete restrict,
  position int not null,
  file_id uuid not null references file,
  name text not null,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (meeting_id, position)
);
