-- A pause: from `pause_on` on nothing is billed, up to `resume_on` where that was said. It lies ahead until the state says paused. `pause_unused`
-- is what becomes of time that is paid for: extend (it stands still), credit (given back) or none (it passes). `pause_tell_on` is the day its
-- client is told that it ends soon, null once that is done.
alter table services.services
  add column pause_on date,
  add column resume_on date check (resume_on > pause_on),
  add column pause_unused text check (pause_unused in ('extend', 'credit', 'none')),
  add column pause_tell_on date,
  -- paid time that a pause moved: [{"from", "to", "start", "since", "fromOrder"}], periods as they lie now, the first day of each that can be
  -- used, and from when on it was invoiced
  add column moved jsonb not null default '[]' check (jsonb_typeof(moved) = 'array'),
  add constraint pause_together check (num_nulls(pause_on, pause_unused) in (0, 2));
alter table services.services add check (state <> 'paused' or pause_on is not null) not valid;
create index services_pause_begins on services.services (pause_on) where pause_on is not null and state <> 'paused';
create index services_pause_ends on services.services (resume_on) where resume_on is not null and state = 'paused';
create index services_pause_tell on services.services (pause_tell_on) where pause_tell_on is not null;
grant select (pause_on, resume_on, pause_unused, pause_tell_on, moved),
  update (pause_on, resume_on, pause_unused, pause_tell_on) on services.services to clientarea_portal;

-- Each pause that was asked for, kept as it was shown: from `begins_on`, and up to `ended_on` once it is over. `kept_days` of paid time stood
-- still, `credit` in minor units came back with tax.
create table services.pauses (
  organization_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  begins_on date not null,
  resume_on date,
  unused text not null check (unused in ('extend', 'credit', 'none')),
  kept_days integer not null check (kept_days >= 0),
  credit bigint not null check (credit >= 0),
  currency text not null check (length(currency) = 3),
  by_staff boolean not null,
  asked_by uuid,
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_on date,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
-- A service has one pause at a time.
create unique index pauses_open on services.pauses (organization_id, service_id) where ended_at is null;
create index pauses_of_service on services.pauses (organization_id, service_id, begins_on);
select kernel.organization_owned('services.pauses', 'select, update (ended_on, ended_at)');
select kernel.about_services('services.pauses');
