-- The schema that migrations/*.sql make. Written by `lantian migrate --dump`; do not edit.

create table account (
  id uuid not null default gen_random_uuid(),
  login text not null,
  name text not null,
  email text,
  password_hash text,
  oidc_subject text,
  must_change_password boolean not null default false,
  demo boolean not null default false,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  seen_at timestamp with time zone,
  constraint account_login_once UNIQUE (login),
  constraint account_oidc_once UNIQUE (oidc_subject),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_check CHECK (((login = lower(login)) AND (login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'::text)))
);

create table account_role (
  account_id uuid not null,
  role text not null,
  unit_id text not null default ''::text,
  street_code text not null default ''::text,
  constraint account_role_pkey PRIMARY KEY (account_id, role, unit_id, street_code),
  constraint account_role_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

create table air_day (
  scope_kind text not null,
  scope_code text not null,
  day date not null,
  edition text not null,
  printed jsonb not null,
  hours jsonb not null,
  iaqi jsonb not null,
  aqi smallint,
  level smallint,
  primary_pollutants text[] not null,
  missing text[] not null,
  sand boolean not null,
  source_ids integer[] not null,
  inputs_digest text not null,
  computed_at timestamp with time zone not null default now(),
  constraint air_day_pkey PRIMARY KEY (scope_kind, scope_code, edition, day)
);

create table air_period (
  scope_kind text not null,
  scope_code text not null,
  kind text not null,
  from_day date not null,
  until_day date not null,
  edition text not null,
  sand_excluded boolean not null,
  statistics jsonb not null,
  sums jsonb not null,
  valid_days jsonb not null,
  days jsonb not null,
  composite jsonb not null,
  source_ids integer[] not null,
  inputs_digest text not null,
  computed_at timestamp with time zone not null default now(),
  constraint air_period_pkey PRIMARY KEY (scope_kind, scope_code, kind, edition, until_day, sand_excluded),
  constraint air_period_kind_check CHECK ((kind = ANY (ARRAY['month'::text, 'year_to_date'::text, 'year'::text])))
);

create table asked_gap (
  device_id integer not null,
  span_minutes smallint not null,
  begins timestamp with time zone not null,
  ends timestamp with time zone not null,
  tries smallint not null default 1,
  next_at timestamp with time zone not null,
  constraint asked_gap_pkey PRIMARY KEY (device_id, span_minutes, begins),
  constraint asked_gap_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table audit (
  seq bigint not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  address inet,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_pkey PRIMARY KEY (seq)
);
CREATE INDEX audit_by_actor ON public.audit USING btree (actor_id, seq DESC);
CREATE INDEX audit_by_subject ON public.audit USING btree (subject_kind, subject_id, seq DESC);
CREATE TRIGGER audit_chain BEFORE INSERT ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_chain();
CREATE TRIGGER audit_is_final BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_is_final();
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final();

create table bulletin (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  kind text not null,
  period_from date not null,
  period_until date not null,
  version_no integer not null,
  state text not null,
  title text not null,
  issuer text not null,
  number_year integer,
  number_seq integer,
  number text,
  issued_on date,
  issued_by uuid,
  issued_by_name text,
  corrects uuid,
  correction text,
  changes jsonb not null default '[]'::jsonb,
  content jsonb not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  constraint bulletin_district_code_kind_period_from_period_until_versio_key UNIQUE (district_code, kind, period_from, period_until, version_no),
  constraint bulletin_pkey PRIMARY KEY (id),
  constraint bulletin_corrects_fkey FOREIGN KEY (corrects) REFERENCES bulletin(id) ON DELETE RESTRICT,
  constraint bulletin_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint bulletin_check CHECK ((period_until >= period_from)),
  constraint bulletin_check1 CHECK (((state = 'draft'::text) OR ((number_seq IS NOT NULL) AND (number_year IS NOT NULL) AND (number IS NOT NULL) AND (issued_on IS NOT NULL)))),
  constraint bulletin_number_seq_check CHECK ((number_seq >= 1)),
  constraint bulletin_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'corrected'::text]))),
  constraint bulletin_version_no_check CHECK ((version_no >= 1))
);
CREATE INDEX bulletin_by_period ON public.bulletin USING btree (district_code, period_until DESC, version_no DESC);
CREATE UNIQUE INDEX bulletin_in_force ON public.bulletin USING btree (district_code, kind, period_from, period_until) WHERE (state = 'issued'::text);
CREATE UNIQUE INDEX bulletin_number ON public.bulletin USING btree (district_code, kind, number_year, number_seq);
CREATE UNIQUE INDEX bulletin_one_draft ON public.bulletin USING btree (district_code, kind, period_from, period_until) WHERE (state = 'draft'::text);
CREATE TRIGGER bulletin_is_frozen BEFORE DELETE OR UPDATE ON public.bulletin FOR EACH ROW EXECUTE FUNCTION bulletin_is_frozen();

create table channel (
  device_id integer not null,
  no smallint not null,
  pollutant text,
  unit text,
  factor text,
  statistic text not null default 'value'::text,
  mapped_at timestamp with time zone,
  mapped_by_name text,
  constraint channel_pkey PRIMARY KEY (device_id, no),
  constraint channel_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint channel_statistic_check CHECK ((statistic = ANY (ARRAY['value'::text, 'min'::text, 'max'::text, 'total'::text])))
);
CREATE UNIQUE INDEX channel_factor ON public.channel USING btree (device_id, factor, statistic) WHERE (factor IS NOT NULL);
CREATE UNIQUE INDEX channel_pollutant ON public.channel USING btree (device_id, pollutant, statistic) WHERE (pollutant IS NOT NULL);

create table day_value (
  device_id integer not null,
  day date not null,
  item text not null,
  edition text not null,
  without_sand boolean not null,
  hours smallint not null,
  valid boolean not null,
  mean_num numeric,
  mean_den numeric,
  least real,
  greatest real,
  source_ids integer[] not null,
  computed_at timestamp with time zone not null default now(),
  constraint day_value_pkey PRIMARY KEY (device_id, day, item, edition, without_sand),
  constraint day_value_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint day_value_mean_den_check CHECK ((mean_den > (0)::numeric))
);

create table device (
  id integer not null generated always as identity,
  code text not null,
  kind text not null,
  station_code text,
  street_code text,
  unit_id text,
  simulated boolean not null default false,
  created_at timestamp with time zone not null default now(),
  model_id text,
  name text,
  lon double precision,
  lat double precision,
  site text,
  owner text,
  purpose text[] not null default '{}'::text[],
  state text not null default 'admitted'::text,
  state_reason text,
  settings jsonb not null default '{}'::jsonb,
  changed_at timestamp with time zone not null default now(),
  name_en text,
  from_file text,
  edited_at timestamp with time zone,
  edited_by_name text,
  admitted_at timestamp with time zone,
  constraint device_code_key UNIQUE (code),
  constraint device_pkey PRIMARY KEY (id),
  constraint device_model_id_fkey FOREIGN KEY (model_id) REFERENCES device_model(id),
  constraint device_check CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint device_state_check CHECK ((state = ANY (ARRAY['probation'::text, 'admitted'::text, 'maintenance'::text, 'retired'::text])))
);
CREATE INDEX device_by_kind ON public.device USING btree (kind, code);
CREATE INDEX device_by_street ON public.device USING btree (street_code, code);
CREATE INDEX device_of_station ON public.device USING btree (station_code);

create table device_command (
  id uuid not null default gen_random_uuid(),
  device_id integer not null,
  protocol text not null,
  name text not null,
  arguments jsonb not null default '{}'::jsonb,
  asked_at timestamp with time zone not null default now(),
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'waiting'::text,
  exchange text,
  tries smallint not null default 0,
  changed_at timestamp with time zone not null default now(),
  outcome jsonb,
  waits_until timestamp with time zone,
  constraint device_command_pkey PRIMARY KEY (id),
  constraint device_command_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint device_command_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'accepted'::text, 'done'::text, 'failed'::text, 'refused'::text, 'unanswered'::text, 'cancelled'::text])))
);
CREATE INDEX device_command_of_device ON public.device_command USING btree (device_id, asked_at DESC);
CREATE INDEX device_command_open ON public.device_command USING btree (device_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'accepted'::text]));
CREATE INDEX device_command_waiting ON public.device_command USING btree (device_id, asked_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX device_command_under_way ON public.device_command USING btree (device_id) WHERE (state = ANY (ARRAY['sent'::text, 'accepted'::text]));

create table device_command_secret (
  command_id uuid not null,
  items jsonb not null,
  constraint device_command_secret_pkey PRIMARY KEY (command_id),
  constraint device_command_secret_command_id_fkey FOREIGN KEY (command_id) REFERENCES device_command(id) ON DELETE CASCADE
);

create table device_day (
  device_id integer not null,
  day date not null,
  mean real[] not null,
  min real[] not null,
  max real[] not null,
  hours smallint[] not null,
  valid_minutes smallint[] not null,
  valid boolean[] not null,
  edition text not null,
  source_ids integer[] not null,
  computed_at timestamp with time zone not null default now(),
  constraint device_day_pkey PRIMARY KEY (device_id, day)
);

create table device_health (
  device_id integer not null,
  state text not null,
  cause text not null,
  since timestamp with time zone not null,
  heard_at timestamp with time zone,
  values_at timestamp with time zone,
  words jsonb not null,
  remedy jsonb,
  seen jsonb not null default '{}'::jsonb,
  checked_at timestamp with time zone not null,
  constraint device_health_pkey PRIMARY KEY (device_id),
  constraint device_health_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint device_health_state_check CHECK ((state = ANY (ARRAY['online'::text, 'late'::text, 'silent'::text, 'faulty'::text, 'maintenance'::text, 'probation'::text])))
);
CREATE INDEX device_health_by_state ON public.device_health USING btree (state);

create table device_health_day (
  device_id integer not null,
  day date not null,
  online_minutes integer not null,
  late_minutes integer not null,
  silent_minutes integer not null,
  faulty_minutes integer not null,
  maintenance_minutes integer not null,
  unwatched_minutes integer not null,
  expected_hours integer not null,
  valid_hours integer not null,
  computed_at timestamp with time zone not null default now(),
  constraint device_health_day_pkey PRIMARY KEY (device_id, day),
  constraint device_health_day_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX device_health_day_by_day ON public.device_health_day USING btree (day);

create table device_identity (
  protocol text not null,
  identity text not null,
  device_id integer not null,
  constraint device_identity_pkey PRIMARY KEY (protocol, identity),
  constraint device_identity_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX device_identity_of_device ON public.device_identity USING btree (device_id);

create table device_link (
  device_id integer not null,
  protocol text not null,
  gateway text not null,
  remote text,
  connected_at timestamp with time zone not null,
  last_heard_at timestamp with time zone not null,
  clock_offset_s real,
  disconnected_at timestamp with time zone,
  disconnect_reason text,
  deviations jsonb not null default '{}'::jsonb,
  constraint device_link_pkey PRIMARY KEY (device_id),
  constraint device_link_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table device_log (
  id uuid not null default gen_random_uuid(),
  device_id integer not null,
  kind text not null,
  done_on date not null,
  done_by text not null,
  words text not null,
  pollutant text,
  standard text,
  result text,
  valid_until date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid,
  recorded_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint device_log_pkey PRIMARY KEY (id),
  constraint device_log_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE RESTRICT,
  constraint device_log_check CHECK (((kind = 'calibration'::text) = (standard IS NOT NULL))),
  constraint device_log_check1 CHECK (((kind = 'calibration'::text) = (result IS NOT NULL))),
  constraint device_log_check2 CHECK (((kind = 'calibration'::text) = (valid_until IS NOT NULL))),
  constraint device_log_check3 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint device_log_kind_check CHECK ((kind = ANY (ARRAY['visit'::text, 'cleaning'::text, 'repair'::text, 'replacement'::text, 'calibration'::text, 'other'::text]))),
  constraint device_log_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'adjusted'::text, 'failed'::text])))
);
CREATE INDEX device_log_calibrations ON public.device_log USING btree (valid_until) WHERE ((kind = 'calibration'::text) AND (withdrawn_at IS NULL));
CREATE INDEX device_log_of_device ON public.device_log USING btree (device_id, done_on DESC);

create table device_log_file (
  log_id uuid not null,
  position smallint not null,
  file_id uuid not null,
  name text not null,
  constraint device_log_file_pkey PRIMARY KEY (log_id, "position"),
  constraint device_log_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT,
  constraint device_log_file_log_id_fkey FOREIGN KEY (log_id) REFERENCES device_log(id) ON DELETE RESTRICT
);

create table device_message (
  id bigint not null generated always as identity,
  device_id integer not null,
  command_id uuid,
  at timestamp with time zone not null default now(),
  direction text not null,
  text text not null,
  constraint device_message_pkey PRIMARY KEY (id),
  constraint device_message_command_id_fkey FOREIGN KEY (command_id) REFERENCES device_command(id) ON DELETE CASCADE,
  constraint device_message_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint device_message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
CREATE INDEX device_message_of_device ON public.device_message USING btree (device_id, id DESC);

create table device_model (
  id text not null,
  title jsonb not null,
  maker text,
  kind text not null,
  protocol text not null,
  settings jsonb not null,
  origin text not null,
  updated_at timestamp with time zone not null default now(),
  updated_by_name text,
  constraint device_model_pkey PRIMARY KEY (id),
  constraint device_model_origin_check CHECK ((origin = ANY (ARRAY['district'::text, 'person'::text])))
);

create table device_secret (
  device_id integer not null,
  password text,
  sm4_key text,
  constraint device_secret_pkey PRIMARY KEY (device_id),
  constraint device_secret_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table device_state_change (
  id bigint not null generated always as identity,
  device_id integer not null,
  at timestamp with time zone not null default now(),
  from_state text,
  to_state text not null,
  reason text,
  by_name text not null,
  constraint device_state_change_pkey PRIMARY KEY (id),
  constraint device_state_change_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX device_state_change_of_device ON public.device_state_change USING btree (device_id, id DESC);

create table dispatch_item (
  meeting_id uuid not null,
  no smallint not null,
  unit_id text not null,
  what text not null,
  due_on date not null,
  year integer not null,
  measure_id text,
  state text not null default 'open'::text,
  done_on date,
  done_by uuid,
  done_words text,
  done_by_name text,
  verified_on date,
  verified_by_name text,
  constraint dispatch_item_pkey PRIMARY KEY (meeting_id, no),
  constraint dispatch_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES dispatch_meeting(id) ON DELETE RESTRICT,
  constraint dispatch_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'verified'::text])))
);
CREATE INDEX dispatch_item_open ON public.dispatch_item USING btree (unit_id, due_on) WHERE (state <> 'verified'::text);

create table dispatch_meeting (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  held_on date not null,
  title text not null,
  participants text not null,
  minutes text not null,
  kept_by_name text not null,
  kept_at timestamp with time zone not null default now(),
  constraint dispatch_meeting_pkey PRIMARY KEY (id),
  constraint dispatch_meeting_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT
);
CREATE INDEX dispatch_meeting_of ON public.dispatch_meeting USING btree (district_code, held_on DESC);

create table dispatch_meeting_file (
  meeting_id uuid not null,
  position integer not null,
  file_id uuid not null,
  name text not null,
  by_name text not null,
  at timestamp with time zone not null default now(),
  constraint dispatch_meeting_file_pkey PRIMARY KEY (meeting_id, "position"),
  constraint dispatch_meeting_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint dispatch_meeting_file_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES dispatch_meeting(id) ON DELETE RESTRICT
);

create table district (
  code text not null,
  slug text not null,
  name_zh text not null,
  name_en text not null,
  area_km2 numeric not null,
  settings jsonb not null,
  boundary jsonb not null,
  attribution jsonb not null,
  digest text not null,
  loaded_at timestamp with time zone not null default now(),
  constraint district_slug_key UNIQUE (slug),
  constraint district_pkey PRIMARY KEY (code)
);

create table file (
  id uuid not null default gen_random_uuid(),
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  content bytea not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  constraint file_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX file_by_content ON public.file USING btree (sha256);

create table health_alarm (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  common text,
  common_of text,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  cause text not null,
  words jsonb not null,
  remedy jsonb,
  acknowledged_at timestamp with time zone,
  acknowledged_by_name text,
  note text,
  constraint health_alarm_pkey PRIMARY KEY (id),
  constraint health_alarm_check CHECK (((kind = 'outage'::text) = (common IS NOT NULL))),
  constraint health_alarm_common_check CHECK ((common = ANY (ARRAY['all'::text, 'gateway'::text, 'kind'::text, 'street'::text]))),
  constraint health_alarm_kind_check CHECK ((kind = ANY (ARRAY['silent'::text, 'faulty'::text, 'outage'::text])))
);
CREATE INDEX health_alarm_by_time ON public.health_alarm USING btree (opened_at DESC, id);
CREATE INDEX health_alarm_open ON public.health_alarm USING btree (opened_at) WHERE (closed_at IS NULL);

create table health_alarm_device (
  alarm_id uuid not null,
  device_id integer not null,
  joined_at timestamp with time zone not null,
  recovered_at timestamp with time zone,
  constraint health_alarm_device_pkey PRIMARY KEY (alarm_id, device_id),
  constraint health_alarm_device_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES health_alarm(id) ON DELETE CASCADE,
  constraint health_alarm_device_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX health_alarm_device_of_device ON public.health_alarm_device USING btree (device_id, joined_at DESC);

create table health_episode (
  device_id integer not null,
  began timestamp with time zone not null,
  ended timestamp with time zone,
  state text not null,
  cause text not null,
  words jsonb not null,
  constraint health_episode_pkey PRIMARY KEY (device_id, began),
  constraint health_episode_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX health_episode_by_end ON public.health_episode USING btree (ended);

create table health_setting (
  name text not null,
  from_date date not null,
  value double precision not null,
  set_at timestamp with time zone not null default now(),
  set_by_name text not null,
  constraint health_setting_pkey PRIMARY KEY (name, from_date)
);

create table health_watch (
  began timestamp with time zone not null,
  last_look timestamp with time zone not null,
  constraint health_watch_pkey PRIMARY KEY (began)
);

create table hour_value (
  device_id integer not null,
  hour timestamp with time zone not null,
  mean real[] not null,
  samples smallint[] not null,
  flags text not null,
  source_id integer not null,
  computed_at timestamp with time zone not null default now(),
  min real[],
  max real[],
  valid_minutes smallint[],
  basis text,
  edition text,
  constraint hour_value_pkey PRIMARY KEY (device_id, hour)
);

create table import_error (
  work_id uuid not null,
  seq integer not null,
  row_no integer not null,
  column_name text,
  value text not null,
  message jsonb not null,
  constraint import_error_pkey PRIMARY KEY (work_id, seq),
  constraint import_error_work_id_fkey FOREIGN KEY (work_id) REFERENCES work(id) ON DELETE CASCADE
);

create table indicator_declared (
  id text not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null default now(),
  changed_by_name text not null,
  constraint indicator_declared_pkey PRIMARY KEY (id)
);

create table indicator_mark (
  indicator_id text not null,
  scope_kind text not null,
  scope_code text not null,
  year integer not null,
  mark text not null,
  constraint indicator_mark_pkey PRIMARY KEY (indicator_id, scope_kind, scope_code, year)
);

create table indicator_target (
  id bigint not null generated always as identity,
  district_code text not null,
  year integer not null,
  lineage text not null,
  indicator_id text not null,
  value text,
  unit text,
  months jsonb,
  letter text,
  in_force_on date not null,
  file_id uuid,
  file_name text,
  note text,
  set_by uuid,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint indicator_target_pkey PRIMARY KEY (id),
  constraint indicator_target_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint indicator_target_check CHECK (((value IS NOT NULL) OR (months IS NOT NULL)))
);
CREATE INDEX indicator_target_of_year ON public.indicator_target USING btree (district_code, year, lineage, indicator_id);

create table indicator_value (
  indicator_id text not null,
  scope_kind text not null,
  scope_code text not null,
  period text not null,
  from_day date not null,
  until_day date not null,
  value text,
  last_year text,
  edition text not null,
  parts jsonb not null,
  evidence integer not null,
  excluded integer not null,
  provenance jsonb not null,
  inputs_digest text not null,
  computed_at timestamp with time zone not null default now(),
  constraint indicator_value_pkey PRIMARY KEY (indicator_id, scope_kind, scope_code, period, until_day)
);
CREATE INDEX indicator_value_by_day ON public.indicator_value USING btree (scope_kind, scope_code, period, until_day);

create table inspection (
  id bigint not null generated always as identity,
  kind text not null,
  client_id uuid not null,
  ledger text,
  entry_id bigint,
  entry_key text,
  name text not null,
  street_code text,
  unit_id text,
  joint text[] not null default '{}'::text[],
  lon double precision,
  lat double precision,
  visited_on date not null,
  visited_at text,
  at_night boolean not null default false,
  answers jsonb not null,
  values jsonb not null,
  result text not null,
  findings integer not null default 0,
  open_findings integer not null default 0,
  mended_on date,
  penalty numeric,
  words text not null default ''::text,
  follows_id bigint,
  by_id uuid,
  by_name text not null,
  simulated boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint inspection_client_id_key UNIQUE (client_id),
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES inspection(id),
  constraint inspection_check CHECK (((ledger IS NULL) = (entry_id IS NULL))),
  constraint inspection_result_check CHECK ((result = ANY (ARRAY['sound'::text, 'findings'::text])))
);
CREATE INDEX inspection_newest ON public.inspection USING btree (visited_on DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX inspection_of_entry ON public.inspection USING btree (ledger, entry_id, visited_on DESC) WHERE (ledger IS NOT NULL);
CREATE INDEX inspection_of_kind ON public.inspection USING btree (kind, visited_on DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX inspection_of_street ON public.inspection USING btree (street_code, visited_on DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX inspection_open ON public.inspection USING btree (visited_on) WHERE ((open_findings > 0) AND (withdrawn_at IS NULL));
CREATE INDEX inspection_touched ON public.inspection USING btree (kind, updated_at);

create table inspection_errand (
  id bigint not null generated always as identity,
  kind text not null,
  ledger text not null,
  entry_id bigint not null,
  name text not null,
  street_code text,
  account_id uuid not null,
  due_on date not null,
  note text not null default ''::text,
  set_on date not null,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  constraint inspection_errand_pkey PRIMARY KEY (id),
  constraint inspection_errand_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint inspection_errand_check CHECK ((due_on >= set_on))
);
CREATE INDEX inspection_errand_of_person ON public.inspection_errand USING btree (account_id, due_on) WHERE (withdrawn_at IS NULL);

create table inspection_finding (
  id bigint not null generated always as identity,
  inspection_id bigint not null,
  item text not null,
  words text not null default ''::text,
  severity text not null,
  due_on date not null,
  mended_on date,
  mended_words text,
  mended_by_name text,
  constraint inspection_finding_pkey PRIMARY KEY (id),
  constraint inspection_finding_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(id),
  constraint inspection_finding_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'serious'::text])))
);
CREATE INDEX inspection_finding_due ON public.inspection_finding USING btree (due_on) WHERE (mended_on IS NULL);
CREATE INDEX inspection_finding_of ON public.inspection_finding USING btree (inspection_id);

create table inspection_photo (
  id bigint not null generated always as identity,
  inspection_id bigint not null,
  finding_id bigint,
  shows text not null,
  file_id uuid not null,
  sha256 text not null,
  taken_at timestamp with time zone,
  lon double precision,
  lat double precision,
  by_name text not null,
  at timestamp with time zone not null default now(),
  constraint inspection_photo_pkey PRIMARY KEY (id),
  constraint inspection_photo_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint inspection_photo_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES inspection_finding(id),
  constraint inspection_photo_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES inspection(id),
  constraint inspection_photo_shows_check CHECK ((shows = ANY (ARRAY['visit'::text, 'finding'::text, 'mended'::text])))
);
CREATE INDEX inspection_photo_of ON public.inspection_photo USING btree (inspection_id);

create table inspection_plan (
  kind text not null,
  month text not null,
  unit_id text not null,
  quota integer not null,
  note text not null default ''::text,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  constraint inspection_plan_pkey PRIMARY KEY (kind, month, unit_id),
  constraint inspection_plan_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text)),
  constraint inspection_plan_quota_check CHECK (((quota >= 0) AND (quota <= 1000000)))
);

create table job_outcome (
  task text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  failure text,
  outcome jsonb,
  constraint job_outcome_pkey PRIMARY KEY (task)
);

create table kept_frame (
  id bigint not null generated always as identity,
  received_at timestamp with time zone not null default now(),
  protocol text not null,
  identity text,
  device_id integer,
  remote text,
  reason text not null,
  detail text,
  bytes bytea not null,
  replayed_at timestamp with time zone,
  constraint kept_frame_pkey PRIMARY KEY (id),
  constraint kept_frame_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);
CREATE INDEX kept_frame_by_device ON public.kept_frame USING btree (device_id, id);
CREATE INDEX kept_frame_by_identity ON public.kept_frame USING btree (protocol, identity, id) WHERE (replayed_at IS NULL);
CREATE INDEX kept_frame_by_time ON public.kept_frame USING btree (received_at);
CREATE UNIQUE INDEX kept_frame_once ON public.kept_frame USING btree (received_at, md5(bytes));

create table latest_packet (
  device_id integer not null,
  span_minutes smallint not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  source_id integer not null,
  values real[] not null,
  flags text not null,
  constraint latest_packet_pkey PRIMARY KEY (device_id, span_minutes)
);

create table ledger_change (
  id bigint not null generated always as identity,
  ledger text not null,
  entry_id bigint not null,
  version integer not null,
  at timestamp with time zone not null default now(),
  by_id uuid,
  by_name text not null,
  kind text not null,
  fields jsonb not null,
  reason text,
  work_id uuid,
  constraint ledger_change_pkey PRIMARY KEY (id),
  constraint ledger_change_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'changed'::text, 'refreshed'::text, 'struck'::text, 'restored'::text, 'computed'::text])))
);
CREATE INDEX ledger_change_of_entry ON public.ledger_change USING btree (ledger, entry_id, version);
CREATE INDEX ledger_change_of_work ON public.ledger_change USING btree (work_id) WHERE (work_id IS NOT NULL);

create table ledger_computed (
  ledger text not null,
  mark text not null,
  at timestamp with time zone not null default now(),
  constraint ledger_computed_pkey PRIMARY KEY (ledger)
);

create table ledger_declared (
  id text not null,
  definition jsonb not null,
  changed_at timestamp with time zone not null default now(),
  changed_by_name text not null,
  constraint ledger_declared_pkey PRIMARY KEY (id)
);

create table ledger_entry (
  ledger text not null,
  id bigint not null generated always as identity,
  key text not null,
  name text not null,
  values jsonb not null,
  place jsonb,
  lon double precision,
  lat double precision,
  unit_id text,
  street_code text,
  object_id bigint,
  state text not null default 'kept'::text,
  missing text[] not null default '{}'::text[],
  contradictions text[] not null default '{}'::text[],
  refreshed_on date not null,
  simulated boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  updated_by_name text not null,
  constraint ledger_entry_pkey PRIMARY KEY (ledger, id),
  constraint ledger_entry_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'struck'::text])))
) partition by LIST (ledger);

create table ledger_file (
  id bigint not null generated always as identity,
  ledger text not null,
  entry_id bigint not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint ledger_file_pkey PRIMARY KEY (id),
  constraint ledger_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id)
);
CREATE INDEX ledger_file_of_entry ON public.ledger_file USING btree (ledger, entry_id);

create table ledger_import_error (
  work_id uuid not null,
  seq integer not null,
  row_no integer not null,
  column_name text,
  value text not null,
  message jsonb not null,
  constraint ledger_import_error_pkey PRIMARY KEY (work_id, seq),
  constraint ledger_import_error_work_id_fkey FOREIGN KEY (work_id) REFERENCES work(id) ON DELETE CASCADE
);

create table ledger_object (
  id bigint not null generated always as identity,
  kind text not null,
  key text not null,
  name text not null,
  constraint ledger_object_kind_key_key UNIQUE (kind, key),
  constraint ledger_object_pkey PRIMARY KEY (id)
);

create table login_attempt (
  key bytea not null,
  since timestamp with time zone not null,
  count integer not null,
  constraint login_attempt_pkey PRIMARY KEY (key)
);

create table maintenance_window (
  id uuid not null default gen_random_uuid(),
  device_id integer not null,
  begins timestamp with time zone not null,
  ends timestamp with time zone,
  reason text not null,
  by_name text not null,
  made_at timestamp with time zone not null default now(),
  constraint maintenance_window_pkey PRIMARY KEY (id),
  constraint maintenance_window_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint maintenance_window_check CHECK (((ends IS NULL) OR (ends > begins)))
);
CREATE INDEX maintenance_window_of_device ON public.maintenance_window USING btree (device_id, begins DESC);

create table measure (
  version_id uuid not null,
  position integer not null,
  task_position integer not null,
  id text not null,
  no integer not null,
  lineage uuid not null,
  text text not null,
  deadline_kind text not null,
  deadline_raw text not null,
  deadline_date date,
  deadline_months integer[],
  source jsonb not null,
  constraint measure_version_id_id_key UNIQUE (version_id, id),
  constraint measure_version_id_lineage_key UNIQUE (version_id, lineage),
  constraint measure_pkey PRIMARY KEY (version_id, "position"),
  constraint measure_version_id_task_position_fkey FOREIGN KEY (version_id, task_position) REFERENCES plan_task(version_id, "position") ON DELETE CASCADE
);
CREATE INDEX measure_of_lineage ON public.measure USING btree (lineage);
CREATE TRIGGER adopted_measure_is_final BEFORE UPDATE ON public.measure FOR EACH ROW EXECUTE FUNCTION adopted_plan_is_final();

create table measure_binding (
  id bigint not null generated always as identity,
  district_code text not null,
  year integer not null,
  lineage text not null,
  indicators jsonb,
  reason text not null,
  set_by uuid,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  constraint measure_binding_pkey PRIMARY KEY (id)
);
CREATE INDEX measure_binding_of_year ON public.measure_binding USING btree (district_code, year, lineage, id);

create table measure_extension (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  year integer not null,
  lineage uuid not null,
  measure_id text not null,
  part text not null default ''::text,
  unit_id text not null,
  asked_until date not null,
  reason text not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'asked'::text,
  granted_until date,
  decision text,
  decided_on date,
  decided_by_name text,
  constraint measure_extension_pkey PRIMARY KEY (id),
  constraint measure_extension_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint measure_extension_check CHECK (((state = 'granted'::text) = (granted_until IS NOT NULL))),
  constraint measure_extension_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])))
);
CREATE INDEX measure_extension_of_unit ON public.measure_extension USING btree (district_code, year, unit_id);
CREATE UNIQUE INDEX measure_extension_asked_once ON public.measure_extension USING btree (lineage, part, unit_id) WHERE (state = 'asked'::text);

create table measure_indicator (
  version_id text not null,
  measure_id text not null,
  indicator_id text not null,
  position smallint not null,
  target jsonb,
  pace jsonb,
  constraint measure_indicator_pkey PRIMARY KEY (version_id, measure_id, indicator_id)
);

create table measure_part (
  district_code text not null,
  lineage uuid not null,
  part text not null,
  position smallint not null,
  quote text not null,
  units text[] not null,
  indicators text[] not null default '{}'::text[],
  criteria jsonb not null default '[]'::jsonb,
  constraint measure_part_pkey PRIMARY KEY (lineage, part),
  constraint measure_part_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT
);

create table measure_report (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  lineage uuid not null,
  year integer not null,
  measure_id text not null,
  unit_id text,
  as_of date not null,
  words text not null,
  reported_at timestamp with time zone not null default now(),
  reported_by uuid,
  reported_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  month text,
  part text not null default ''::text,
  figures jsonb not null default '[]'::jsonb,
  replaces uuid,
  on_behalf boolean not null default false,
  constraint measure_report_pkey PRIMARY KEY (id),
  constraint measure_report_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint measure_report_replaces_fkey FOREIGN KEY (replaces) REFERENCES measure_report(id) ON DELETE RESTRICT,
  constraint measure_report_check CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint measure_report_check1 CHECK (((month IS NULL) OR (unit_id IS NOT NULL))),
  constraint measure_report_month_check CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint measure_report_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))
);
CREATE INDEX measure_report_of_measure ON public.measure_report USING btree (lineage, reported_at DESC);
CREATE INDEX measure_report_of_unit ON public.measure_report USING btree (district_code, unit_id, month) WHERE (month IS NOT NULL);
CREATE INDEX measure_report_of_year ON public.measure_report USING btree (district_code, year, reported_at DESC);
CREATE UNIQUE INDEX measure_report_first_of_month ON public.measure_report USING btree (lineage, part, unit_id, month) WHERE ((month IS NOT NULL) AND (replaces IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX measure_report_replaced_once ON public.measure_report USING btree (replaces);
CREATE TRIGGER measure_report_is_frozen BEFORE DELETE OR UPDATE ON public.measure_report FOR EACH ROW EXECUTE FUNCTION measure_report_is_frozen();

create table measure_report_file (
  report_id uuid not null,
  position smallint not null,
  file_id uuid not null,
  name text not null,
  constraint measure_report_file_pkey PRIMARY KEY (report_id, "position"),
  constraint measure_report_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT,
  constraint measure_report_file_report_id_fkey FOREIGN KEY (report_id) REFERENCES measure_report(id) ON DELETE RESTRICT
);
CREATE TRIGGER measure_report_file_is_frozen BEFORE DELETE OR UPDATE ON public.measure_report_file FOR EACH ROW EXECUTE FUNCTION measure_report_file_is_frozen();

create table measure_report_step (
  report_id uuid not null,
  no smallint not null,
  state text not null,
  reason text,
  at timestamp with time zone not null default now(),
  day date not null,
  by_id uuid,
  by_name text not null,
  constraint measure_report_step_pkey PRIMARY KEY (report_id, no),
  constraint measure_report_step_report_id_fkey FOREIGN KEY (report_id) REFERENCES measure_report(id) ON DELETE RESTRICT,
  constraint measure_report_step_check CHECK (((state <> 'returned'::text) OR (length(reason) > 0))),
  constraint measure_report_step_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'reviewed'::text, 'accepted'::text, 'returned'::text])))
);
CREATE TRIGGER measure_report_step_is_frozen BEFORE DELETE OR UPDATE ON public.measure_report_step FOR EACH ROW EXECUTE FUNCTION measure_report_file_is_frozen();

create table measure_strike_off (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  year integer not null,
  lineage uuid not null,
  measure_id text not null,
  unit_id text not null,
  words text not null,
  criteria jsonb not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  state text not null default 'asked'::text,
  reason text,
  decided_on date,
  decided_by_name text,
  constraint measure_strike_off_pkey PRIMARY KEY (id),
  constraint measure_strike_off_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint measure_strike_off_check CHECK (((state <> ALL (ARRAY['refused'::text, 'reopened'::text])) OR (length(reason) > 0))),
  constraint measure_strike_off_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'struck'::text, 'refused'::text, 'reopened'::text])))
);
CREATE UNIQUE INDEX measure_strike_off_once ON public.measure_strike_off USING btree (lineage) WHERE (state = ANY (ARRAY['asked'::text, 'struck'::text]));

create table measure_target (
  version_id uuid not null,
  measure_position integer not null,
  no integer not null,
  what text not null,
  operator text not null,
  value numeric,
  unit text,
  scope text,
  period text,
  soft text,
  quote text not null,
  quote_start integer,
  quote_end integer,
  confidence real not null,
  constraint measure_target_pkey PRIMARY KEY (version_id, measure_position, no),
  constraint measure_target_version_id_measure_position_fkey FOREIGN KEY (version_id, measure_position) REFERENCES measure(version_id, "position") ON DELETE CASCADE,
  constraint measure_target_check CHECK (((value IS NULL) = (operator = ANY (ARRAY['increase'::text, 'decrease'::text, 'assigned'::text])))),
  constraint measure_target_operator_check CHECK ((operator = ANY (ARRAY['>='::text, '<='::text, '='::text, '>'::text, '<'::text, 'about'::text, 'increase'::text, 'decrease'::text, 'assigned'::text])))
);
CREATE TRIGGER adopted_target_is_final BEFORE UPDATE ON public.measure_target FOR EACH ROW EXECUTE FUNCTION adopted_plan_is_final();

create table measure_unit (
  version_id uuid not null,
  measure_position integer not null,
  role text not null,
  position integer not null,
  raw text not null,
  unit_id text,
  members jsonb,
  constraint measure_unit_pkey PRIMARY KEY (version_id, measure_position, role, "position"),
  constraint measure_unit_version_id_measure_position_fkey FOREIGN KEY (version_id, measure_position) REFERENCES measure(version_id, "position") ON DELETE CASCADE,
  constraint measure_unit_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'support'::text, 'coordinator'::text])))
);
CREATE INDEX measure_unit_of_unit ON public.measure_unit USING btree (unit_id);
CREATE TRIGGER adopted_duty_is_final BEFORE UPDATE ON public.measure_unit FOR EACH ROW EXECUTE FUNCTION adopted_plan_is_final();

create table migration (
  name text not null,
  sql text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table notice (
  id bigint not null generated always as identity,
  district_code text not null,
  account_id uuid not null,
  matter_id text not null,
  day date not null,
  about jsonb not null,
  urgency text not null,
  title jsonb not null,
  words jsonb,
  href text not null,
  on_behalf_of uuid,
  made_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  over_at timestamp with time zone,
  constraint notice_once_a_day UNIQUE (account_id, matter_id, day),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint notice_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint notice_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES account(id) ON DELETE CASCADE,
  constraint notice_href_check CHECK ((href ~ '^/([^/]|$)'::text)),
  constraint notice_urgency_check CHECK ((urgency = ANY (ARRAY['info'::text, 'soon'::text, 'late'::text])))
);
CREATE INDEX notice_of_person ON public.notice USING btree (account_id, id DESC);
CREATE INDEX notice_standing ON public.notice USING btree (district_code, matter_id) WHERE (over_at IS NULL);
CREATE INDEX notice_unread ON public.notice USING btree (account_id) WHERE ((read_at IS NULL) AND (over_at IS NULL));

create table notice_delivery (
  notice_id bigint not null,
  channel text not null,
  state text not null default 'waiting'::text,
  attempts smallint not null default 0,
  next_at timestamp with time zone not null default now(),
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  failure text,
  constraint notice_delivery_pkey PRIMARY KEY (notice_id, channel),
  constraint notice_delivery_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id) ON DELETE CASCADE,
  constraint notice_delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'hook'::text]))),
  constraint notice_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text])))
);
CREATE INDEX notice_delivery_open ON public.notice_delivery USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX notice_delivery_trouble ON public.notice_delivery USING btree (ended_at) WHERE (state = ANY (ARRAY['failed'::text, 'uncertain'::text]));

create table notice_deputy (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  until_day date not null,
  named_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint notice_deputy_pkey PRIMARY KEY (id),
  constraint notice_deputy_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint notice_deputy_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint notice_deputy_check CHECK ((account_id <> deputy_id)),
  constraint notice_deputy_check1 CHECK ((from_day <= until_day))
);
CREATE INDEX notice_deputy_of_deputy ON public.notice_deputy USING btree (deputy_id, until_day) WHERE (ended_at IS NULL);
CREATE INDEX notice_deputy_of_person ON public.notice_deputy USING btree (account_id, until_day) WHERE (ended_at IS NULL);

create table notice_preference (
  account_id uuid not null,
  mail text not null default 'soon'::text,
  hook text not null default 'off'::text,
  hook_kind text,
  hook_url text,
  hook_secret text,
  constraint notice_preference_pkey PRIMARY KEY (account_id),
  constraint notice_preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint notice_preference_check CHECK (((hook_kind IS NULL) = (hook_url IS NULL))),
  constraint notice_preference_check1 CHECK (((hook = 'off'::text) OR (hook_url IS NOT NULL))),
  constraint notice_preference_hook_check CHECK ((hook = ANY (ARRAY['off'::text, 'late'::text, 'soon'::text, 'info'::text]))),
  constraint notice_preference_hook_kind_check CHECK ((hook_kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'json'::text]))),
  constraint notice_preference_mail_check CHECK ((mail = ANY (ARRAY['off'::text, 'late'::text, 'soon'::text, 'info'::text])))
);

create table oidc_attempt (
  id_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  redirect text not null,
  expires_at timestamp with time zone not null,
  constraint oidc_attempt_pkey PRIMARY KEY (id_hash)
);

create table packet (
  at timestamp with time zone not null,
  received_at timestamp with time zone not null default now(),
  device_id integer not null,
  source_id integer not null,
  span_minutes smallint not null,
  values real[] not null,
  flags text not null,
  constraint packet_pkey PRIMARY KEY (device_id, span_minutes, at)
) partition by RANGE (at);

create table packet_archive (
  kind text not null,
  month date not null,
  state text not null,
  rows bigint not null default 0,
  bytes bigint not null default 0,
  sha256 text,
  text_sha256 text,
  file text,
  changed_at timestamp with time zone not null default now(),
  constraint packet_archive_pkey PRIMARY KEY (kind, month),
  constraint packet_archive_kind_check CHECK ((kind = ANY (ARRAY['packet'::text, 'packet_replaced'::text, 'kept_frame'::text]))),
  constraint packet_archive_state_check CHECK ((state = ANY (ARRAY['writing'::text, 'verified'::text, 'archived'::text, 'restored'::text])))
);

create table packet_replaced (
  device_id integer not null,
  at timestamp with time zone not null,
  span_minutes smallint not null,
  values real[] not null,
  flags text not null,
  source_id integer not null,
  received_at timestamp with time zone not null,
  replaced_at timestamp with time zone not null default now()
);
CREATE INDEX packet_replaced_by_device ON public.packet_replaced USING btree (device_id, at);
CREATE INDEX packet_replaced_by_time ON public.packet_replaced USING btree (at);

create table plan (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  year integer not null,
  created_at timestamp with time zone not null default now(),
  constraint plan_district_code_year_key UNIQUE (district_code, year),
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code),
  constraint plan_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

create table plan_chapter (
  version_id uuid not null,
  position integer not null,
  no integer not null,
  title text not null,
  constraint plan_chapter_pkey PRIMARY KEY (version_id, "position"),
  constraint plan_chapter_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_version(id) ON DELETE CASCADE
);

create table plan_correction (
  id bigint not null generated always as identity,
  draft_id uuid not null,
  kind text not null,
  path text not null,
  machine jsonb,
  corrected jsonb,
  reason text,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  created_by_name text,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint plan_correction_pkey PRIMARY KEY (id),
  constraint plan_correction_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES plan_draft(id) ON DELETE CASCADE,
  constraint plan_correction_kind_check CHECK ((kind = ANY (ARRAY['value'::text, 'settled'::text, 'structure'::text])))
);
CREATE INDEX plan_correction_of_draft ON public.plan_correction USING btree (draft_id, id);

create table plan_draft (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  file_id uuid not null,
  file_name text not null,
  reading jsonb not null,
  document jsonb not null,
  warnings jsonb not null,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  created_by_name text,
  closed_at timestamp with time zone,
  constraint plan_draft_pkey PRIMARY KEY (id),
  constraint plan_draft_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code),
  constraint plan_draft_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint plan_draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'adopted'::text, 'discarded'::text])))
);
CREATE INDEX plan_draft_open ON public.plan_draft USING btree (district_code, created_at DESC) WHERE (state = 'open'::text);
CREATE TRIGGER machine_reading_is_final BEFORE UPDATE ON public.plan_draft FOR EACH ROW EXECUTE FUNCTION machine_reading_is_final();

create table plan_task (
  version_id uuid not null,
  position integer not null,
  chapter_position integer not null,
  no integer not null,
  title text not null,
  constraint plan_task_pkey PRIMARY KEY (version_id, "position"),
  constraint plan_task_version_id_chapter_position_fkey FOREIGN KEY (version_id, chapter_position) REFERENCES plan_chapter(version_id, "position") ON DELETE CASCADE
);

create table plan_version (
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  no integer not null,
  title text not null,
  draft_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  adopted_on date not null,
  effective_on date not null,
  adopted_by uuid,
  adopted_by_name text,
  note text,
  created_at timestamp with time zone not null default now(),
  constraint plan_version_draft_id_key UNIQUE (draft_id),
  constraint plan_version_plan_id_no_key UNIQUE (plan_id, no),
  constraint plan_version_pkey PRIMARY KEY (id),
  constraint plan_version_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES plan_draft(id),
  constraint plan_version_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_version_no_check CHECK ((no >= 1))
);
CREATE TRIGGER adopted_version_is_final BEFORE UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION adopted_plan_is_final();

create table qc_calibration (
  id uuid not null default gen_random_uuid(),
  device_id integer not null,
  channel_no smallint not null,
  version integer not null,
  model text not null,
  coefficients jsonb not null,
  training jsonb not null,
  samples integer not null,
  weeks integer not null,
  sites integer not null,
  held_out jsonb not null,
  ladder jsonb not null,
  reference_device_id integer not null,
  trained_first date not null,
  trained_last date not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid,
  made_by_name text not null,
  state text not null default 'draft'::text,
  valid_from date,
  valid_until date,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_by_name text,
  reason text,
  constraint qc_calibration_device_id_channel_no_version_key UNIQUE (device_id, channel_no, version),
  constraint qc_calibration_pkey PRIMARY KEY (id),
  constraint qc_calibration_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint qc_calibration_check CHECK (((state = 'draft'::text) = (decided_at IS NULL))),
  constraint qc_calibration_check1 CHECK (((state <> 'admitted'::text) OR (valid_from IS NOT NULL))),
  constraint qc_calibration_check2 CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint qc_calibration_check3 CHECK (((state <> 'admitted'::text) OR (decided_by IS NULL) OR (decided_by IS DISTINCT FROM made_by))),
  constraint qc_calibration_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'admitted'::text, 'withdrawn'::text])))
);

create table qc_due (
  day date not null,
  stage text not null,
  at timestamp with time zone not null default now(),
  constraint qc_due_pkey PRIMARY KEY (day, stage),
  constraint qc_due_stage_check CHECK ((stage = ANY (ARRAY['day'::text, 'drift'::text])))
);

create table qc_hour (
  device_id integer not null,
  hour timestamp with time zone not null,
  medians real[] not null,
  constraint qc_hour_pkey PRIMARY KEY (device_id, hour),
  constraint qc_hour_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table qc_mark (
  id bigint not null generated always as identity,
  device_id integer not null,
  channel_no smallint not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  test text not null,
  edition text not null,
  state text not null,
  evidence jsonb not null,
  day date not null,
  found_at timestamp with time zone not null default now(),
  gone_at timestamp with time zone,
  review text not null default 'open'::text,
  audited boolean not null default false,
  constraint qc_mark_pkey PRIMARY KEY (id),
  constraint qc_mark_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE,
  constraint qc_mark_check CHECK ((from_at < until_at)),
  constraint qc_mark_check1 CHECK (((review <> 'open'::text) OR (NOT audited))),
  constraint qc_mark_review_check CHECK ((review = ANY (ARRAY['open'::text, 'accepted'::text, 'overruled'::text]))),
  constraint qc_mark_state_check CHECK ((state = ANY (ARRAY['suspect'::text, 'invalid'::text, 'told'::text])))
);
CREATE INDEX qc_mark_by_day ON public.qc_mark USING btree (day) WHERE (gone_at IS NULL);
CREATE INDEX qc_mark_by_time ON public.qc_mark USING btree (from_at DESC, id DESC) WHERE (gone_at IS NULL);
CREATE INDEX qc_mark_of_device ON public.qc_mark USING btree (device_id, from_at);

create table qc_review (
  id uuid not null default gen_random_uuid(),
  mark_id bigint not null,
  mark jsonb not null,
  verdict text not null,
  reason text not null,
  reviewed_at timestamp with time zone not null default now(),
  reviewed_by uuid,
  reviewed_by_name text not null,
  state text not null default 'provisional'::text,
  audited_at timestamp with time zone,
  audited_by uuid,
  audited_by_name text,
  audit_reason text,
  ended_at timestamp with time zone,
  constraint qc_review_pkey PRIMARY KEY (id),
  constraint qc_review_mark_id_fkey FOREIGN KEY (mark_id) REFERENCES qc_mark(id) ON DELETE CASCADE,
  constraint qc_review_check CHECK (((state = ANY (ARRAY['provisional'::text, 'lapsed'::text])) OR (audited_by_name IS NOT NULL))),
  constraint qc_review_check1 CHECK (((state = ANY (ARRAY['returned'::text, 'lapsed'::text])) = (ended_at IS NOT NULL))),
  constraint qc_review_check2 CHECK (((audited_by IS NULL) OR (audited_by IS DISTINCT FROM reviewed_by))),
  constraint qc_review_state_check CHECK ((state = ANY (ARRAY['provisional'::text, 'audited'::text, 'returned'::text, 'lapsed'::text]))),
  constraint qc_review_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'overruled'::text])))
);
CREATE INDEX qc_review_of_mark ON public.qc_review USING btree (mark_id);
CREATE UNIQUE INDEX qc_review_standing ON public.qc_review USING btree (mark_id) WHERE (state = ANY (ARRAY['provisional'::text, 'audited'::text]));

create table qc_usual (
  device_id integer not null,
  channel_no smallint not null,
  ratio real not null,
  first date not null,
  last date not null,
  set_at timestamp with time zone not null default now(),
  set_by_name text not null,
  constraint qc_usual_pkey PRIMARY KEY (device_id, channel_no),
  constraint qc_usual_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table record_source (
  id integer not null generated always as identity,
  kind text not null,
  label jsonb not null,
  replay_of_year integer,
  file_id uuid,
  mapping jsonb,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  created_by_name text,
  work_id uuid,
  report jsonb,
  constraint record_source_pkey PRIMARY KEY (id),
  constraint record_source_check CHECK (((kind = 'replay'::text) = (replay_of_year IS NOT NULL))),
  constraint record_source_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'replay'::text, 'gateway'::text, 'simulated'::text])))
);

create table sand_period (
  id bigint not null generated always as identity,
  district_code text not null,
  begins timestamp with time zone not null,
  ends timestamp with time zone not null,
  source text not null,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  constraint sand_period_district_code_begins_ends_key UNIQUE (district_code, begins, ends),
  constraint sand_period_pkey PRIMARY KEY (id),
  constraint sand_period_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE CASCADE,
  constraint sand_period_check CHECK ((ends > begins))
);

create table score_weights (
  id bigint not null generated always as identity,
  district_code text not null,
  from_day date not null,
  weights jsonb not null,
  reason text not null,
  by_name text not null,
  at timestamp with time zone not null default now(),
  constraint score_weights_pkey PRIMARY KEY (id),
  constraint score_weights_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT
);

create table session (
  token_hash bytea not null,
  account_id uuid not null,
  csrf text not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  address inet,
  agent text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX session_by_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_of_account ON public.session USING btree (account_id);

create table station (
  code text not null,
  district_code text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  in_district boolean not null,
  lon double precision not null,
  lat double precision not null,
  street_code text,
  note jsonb,
  constraint station_pkey PRIMARY KEY (code),
  constraint station_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE CASCADE,
  constraint station_street_code_fkey FOREIGN KEY (street_code) REFERENCES street(code)
);

create table street (
  code text not null,
  district_code text not null,
  name_zh text not null,
  name_en text not null,
  pinyin text not null,
  area_km2 numeric not null,
  boundary jsonb not null,
  constraint street_pkey PRIMARY KEY (code),
  constraint street_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE CASCADE
);

create table supervision_letter (
  id uuid not null default gen_random_uuid(),
  district_code text not null,
  year integer not null,
  no integer,
  lineage uuid not null,
  measure_id text not null,
  unit_id text not null,
  kind text not null,
  lapse text not null,
  lamp text not null,
  facts jsonb not null,
  demand jsonb,
  raised_on date not null,
  state text not null default 'draft'::text,
  issued_on date,
  answer_by date,
  issued_by_name text,
  file_id uuid,
  answer text,
  answered_on date,
  answered_by_name text,
  dropped_reason text,
  constraint supervision_letter_district_code_year_no_key UNIQUE (district_code, year, no),
  constraint supervision_letter_lineage_unit_id_lapse_key UNIQUE (lineage, unit_id, lapse),
  constraint supervision_letter_pkey PRIMARY KEY (id),
  constraint supervision_letter_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT,
  constraint supervision_letter_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id) ON DELETE RESTRICT,
  constraint supervision_letter_check CHECK (((no IS NULL) = (state = ANY (ARRAY['draft'::text, 'dropped'::text])))),
  constraint supervision_letter_kind_check CHECK ((kind = ANY (ARRAY['overdue'::text, 'behind'::text]))),
  constraint supervision_letter_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'answered'::text, 'dropped'::text])))
);
CREATE INDEX supervision_letter_open ON public.supervision_letter USING btree (district_code, state, unit_id);

create table supervision_letter_number (
  district_code text not null,
  year integer not null,
  last integer not null,
  constraint supervision_letter_number_pkey PRIMARY KEY (district_code, year),
  constraint supervision_letter_number_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE RESTRICT
);

create table terminal_code (
  device_id integer not null,
  code text not null,
  given_at timestamp with time zone not null default now(),
  constraint terminal_code_pkey PRIMARY KEY (device_id),
  constraint terminal_code_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE CASCADE
);

create table touched_day (
  device_id integer not null,
  day date not null,
  at timestamp with time zone not null default now(),
  constraint touched_day_pkey PRIMARY KEY (device_id, day)
);

create table touched_device_day (
  device_id integer not null,
  day date not null,
  constraint touched_device_day_pkey PRIMARY KEY (device_id, day)
);

create table touched_hours (
  id bigint not null generated always as identity,
  device_ids integer[] not null,
  hours timestamp with time zone[] not null,
  at timestamp with time zone not null default now(),
  due timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint touched_hours_pkey PRIMARY KEY (id)
);

create table unit (
  id text not null,
  district_code text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  street_code text,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code) ON DELETE CASCADE,
  constraint unit_street_code_fkey FOREIGN KEY (street_code) REFERENCES street(code) DEFERRABLE INITIALLY DEFERRED
);

create table unit_alias (
  unit_id text not null,
  alias text not null,
  scope text,
  note text,
  position integer not null,
  constraint unit_alias_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
);

create table unit_member (
  collective_id text not null,
  unit_id text not null,
  valid_from date not null,
  valid_until date,
  constraint unit_member_pkey PRIMARY KEY (collective_id, unit_id, valid_from),
  constraint unit_member_collective_id_fkey FOREIGN KEY (collective_id) REFERENCES unit(id) ON DELETE CASCADE,
  constraint unit_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
);

create table untested_hours (
  id bigint not null generated always as identity,
  device_ids integer[] not null,
  hours timestamp with time zone[] not null,
  at timestamp with time zone not null default now(),
  constraint untested_hours_pkey PRIMARY KEY (id)
);

create table work (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  title jsonb not null,
  input jsonb not null,
  state text not null default 'waiting'::text,
  done bigint not null default 0,
  total bigint,
  note jsonb,
  result jsonb,
  refusal jsonb,
  cancel_wanted boolean not null default false,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  created_by_name text,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint work_pkey PRIMARY KEY (id),
  constraint work_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX work_recent ON public.work USING btree (created_at DESC);

CREATE OR REPLACE FUNCTION public.adopted_plan_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an adopted plan cannot be changed; adopt a new version';
end $function$;

CREATE OR REPLACE FUNCTION public.analyze_ledger(name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if to_regclass('ledger_' || md5(name)) is not null then execute format('analyze %I', 'ledger_' || md5(name)); end if;
end $function$;

CREATE OR REPLACE FUNCTION public.audit_chain()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare last audit;
begin
  perform pg_advisory_xact_lock(7301205);
  select * into last from audit order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, '\x00'::bytea);
  new.hash := audit_row_hash(new.previous_hash, new);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.audit_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit cannot be changed';
end $function$;

CREATE OR REPLACE FUNCTION public.audit_row_hash(previous bytea, r audit)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select sha256(previous || convert_to(
    jsonb_build_array(r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.actor_id, r.actor, r.action,
      r.subject_kind, r.subject_id, r.before, r.after, host(r.address))::text, 'UTF8'))
$function$;

CREATE OR REPLACE FUNCTION public.bulletin_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.detach_packet_month(month date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text := 'packet_' || to_char(month, 'YYYY_MM');
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(apart) is not null then
    return true;
  end if;
  if not exists (select from pg_inherits where inhparent = 'packet'::regclass and inhrelid = to_regclass(name)) then
    return false;
  end if;
  execute format('alter table packet detach partition %I', name);
  -- behind the lock: nobody writes to the month any more
  if exists (
    select from touched_hours t cross join unnest(t.hours) h
    where h >= month::timestamp at time zone 'UTC' and h < (month + interval '1 month') at time zone 'UTC'
  ) then
    raise exception 'packets of % have hours that are not computed', name using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format('alter table %I rename to %I', name, apart);
  if exists (select from pg_roles where rolname = 'lantian_app') then
    execute format('grant select on %I to lantian_app', apart);
  end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.drop_detached_packet_month(month date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
  held bigint;
begin
  execute format('select count(*) from %I', apart) into held;
  if not exists (
    select from packet_archive a
    where a.kind = 'packet' and a.month = drop_detached_packet_month.month and a.state = 'verified' and a.rows = held
  ) then
    raise exception '% has no verified archive of its % rows', apart, held;
  end if;
  execute format('drop table %I', apart);
end $function$;

CREATE OR REPLACE FUNCTION public.enqueue(task text, payload json, key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if to_regnamespace('graphile_worker') is null then return; end if;
  execute 'select graphile_worker.add_job($1, $2, job_key => $3, run_at => coalesce($4, now()), max_attempts => 5)'
    using task, payload, key, run_at;
end $function$;

CREATE OR REPLACE FUNCTION public.ensure_ledger(name text, columns jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  part text := 'ledger_' || md5(name);
  one record;
  expression text;
  index_name text;
begin
  if name !~ '^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$' then raise exception 'ledger name: %', name; end if;
  perform pg_advisory_xact_lock(7301216);
  if to_regclass(part) is null then
    execute format('create table %I partition of ledger_entry for values in (%L)', part, name);
    execute format('create unique index %I on %I (key) where state = ''kept''', part || '_key', part);
    execute format('create index %I on %I (state, id desc)', part || '_newest', part);
    execute format('create index %I on %I (street_code, id desc) where state = ''kept''', part || '_street', part);
    execute format('create index %I on %I (unit_id, id desc) where state = ''kept''', part || '_unit', part);
    execute format('create index %I on %I (refreshed_on) where state = ''kept''', part || '_stale', part);
    execute format('create index %I on %I (object_id) where object_id is not null', part || '_object', part);
    execute format('create index %I on %I (id desc) where state = ''kept'' and (missing <> ''{}'' or contradictions <> ''{}'')',
      part || '_doubt', part);
  end if;
  if to_regclass(part || '_words') is null then
    execute format('create index %I on %I using gin (ledger_bigrams(name || '' '' || key)) where state = ''kept''', part || '_words', part);
  end if;
  for one in select c ->> 'kind' as kind, c ->> 'id' as id, c ->> 'sort' as sort from jsonb_array_elements(columns) c loop
    if one.id !~ '^[a-z][a-zA-Z0-9]*$' then raise exception 'ledger column: %', one.id; end if;
    expression := case one.kind
      when 'number' then format('(((values ->> %L))::numeric)', one.id)
      when 'text' then format('((values ->> %L) collate "C")', one.id)
      else null end;
    if expression is null then raise exception 'ledger index: %', one.kind; end if;
    index_name := part || '_' || left(md5(one.kind || one.id), 10);
    if to_regclass(index_name) is null then
      execute format('create index %I on %I (%s, id desc) where state = ''kept''', index_name, part, expression);
    end if;
    -- falling, with blanks at the end all the same: no backward scan of the other gives that
    index_name := index_name || 'd';
    if (one.sort)::boolean and to_regclass(index_name) is null then
      execute format('create index %I on %I (%s desc nulls last, id desc) where state = ''kept''', index_name, part, expression);
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.ensure_packet_months(first timestamp with time zone, last timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  month timestamp := date_trunc('month', first at time zone 'UTC');
  name text;
  made int := 0;
begin
  if last - first > interval '100 years' then
    raise exception 'packet months: % to % is no period', first, last;
  end if;
  while month <= last at time zone 'UTC' loop
    name := 'packet_' || to_char(month, 'YYYY_MM');
    if to_regclass(name) is null then
      perform pg_advisory_xact_lock(7301213);
      if to_regclass(name) is null then
        execute format('create table %I partition of packet for values from (%L) to (%L)', name,
          to_char(month, 'YYYY-MM-DD') || 'T00:00:00Z', to_char(month + interval '1 month', 'YYYY-MM-DD') || 'T00:00:00Z');
        made := made + 1;
      end if;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $function$;

CREATE OR REPLACE FUNCTION public.job_queue()
 RETURNS TABLE(task text, waiting bigint, failed bigint, oldest timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if to_regnamespace('graphile_worker') is null then return; end if;
  return query execute 'select task_identifier, count(*) filter (where attempts < max_attempts and run_at <= now()),
    count(*) filter (where attempts >= max_attempts), min(run_at) from graphile_worker.jobs group by 1 order by 1';
end $function$;

CREATE OR REPLACE FUNCTION public.ledger_bigrams(given text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}') from (select lower(given) as t) s, generate_series(1, length(t) - 1) i
$function$;

CREATE OR REPLACE FUNCTION public.machine_reading_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.reading is distinct from old.reading or new.document is distinct from old.document or new.file_id <> old.file_id then
    raise exception 'the reading of a draft cannot be changed; corrections stand beside it';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.measure_report_file_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the documents of a report cannot be changed';
end $function$;

CREATE OR REPLACE FUNCTION public.measure_report_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - '{withdrawn_at,withdrawn_by_name,withdrawn_reason}'::text[]
      = to_jsonb(old) - '{withdrawn_at,withdrawn_by_name,withdrawn_reason}'::text[] then
    return new;
  end if;
  raise exception 'a report cannot be changed, only withdrawn';
end $function$;

CREATE OR REPLACE FUNCTION public.reattach_packet_month(month date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text := 'packet_' || to_char(month, 'YYYY_MM');
  apart text := 'detached_packet_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(apart) is null then
    return false;
  end if;
  if to_regclass(name) is null then
    execute format('alter table %I rename to %I', apart, name);
    execute format('alter table packet attach partition %I for values from (%L) to (%L)', name,
      to_char(month, 'YYYY-MM-DD') || 'T00:00:00Z', to_char(month + interval '1 month', 'YYYY-MM-DD') || 'T00:00:00Z');
  else
    execute format('insert into packet_replaced (device_id, at, span_minutes, values, flags, source_id, received_at)
      select d.device_id, d.at, d.span_minutes, d.values, d.flags, d.source_id, d.received_at
      from %I d join packet p on p.device_id = d.device_id and p.span_minutes = d.span_minutes and p.at = d.at
      where (p.values, p.flags) is distinct from (d.values, d.flags)', apart);
    execute format('insert into packet (at, received_at, device_id, source_id, span_minutes, values, flags)
      select at, received_at, device_id, source_id, span_minutes, values, flags from %I on conflict do nothing', apart);
    execute format('drop table %I', apart);
  end if;
  return true;
end $function$;
