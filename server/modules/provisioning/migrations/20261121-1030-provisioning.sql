-- Vendors' systems and how to reach them. `secrets` holds the secret fields of the configuration, sealed, as one JSON object.
create table provisioning.connections (
  id uuid primary key,
  -- what a product's configuration names it by; given once
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 100),
  provisioner text not null,
  configuration jsonb not null check (jsonb_typeof(configuration) = 'object'),
  secrets text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1
);
select kernel.staff_only('provisioning.connections');

-- The technical side of one service: what is wanted, what is believed, and the one operation that may be under way.
create table provisioning.instances (
  organization_id uuid not null,
  service_id uuid not null,
  provisioner text not null,
  connection text,
  -- {"plan", "parameters"}: as wanted now, as the last operation asked for, as the vendor last confirmed
  wanted jsonb not null,
  sent jsonb,
  confirmed jsonb,
  desired_state text not null check (desired_state in ('absent', 'running', 'suspended')),
  desired_revision integer not null check (desired_revision >= 1),
  observed_state text not null check (observed_state in ('absent', 'provisioning', 'running', 'updating', 'suspending', 'suspended',
    'resuming', 'deprovisioning', 'drifted', 'failed', 'unknown')),
  observed_revision integer not null check (observed_revision >= 0),
  last_operation jsonb,
  -- who asked for what is wanted now
  wanted_by uuid,
  remote_id text,
  -- sealed JSON object
  credentials text,
  -- the vendor's sentence on what it is doing
  progress text,
  last_error jsonb,
  -- why a person has to look; a stable word
  attention text,
  next_at timestamptz,
  -- While a worker talks to the vendor nobody else does. Its answer counts only if `turn` is still what it took.
  busy_until timestamptz,
  turn integer not null default 0,
  created_at timestamptz not null,
  primary key (organization_id, service_id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create index instances_due on provisioning.instances (next_at) where next_at is not null;
create index instances_by_service on provisioning.instances (service_id);

-- What was asked of vendors and what they answered, one row for each sending.
create table provisioning.operations (
  organization_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  key text not null,
  kind text not null check (kind in ('provision', 'update', 'suspend', 'resume', 'deprovision')),
  attempt integer not null,
  clean_up boolean not null,
  started_at timestamptz not null,
  polls integer not null default 0,
  -- the latest answer; null while there is none
  outcome text check (outcome in ('done', 'accepted', 'needs_staff', 'failed', 'unknown')),
  failure_class text check (failure_class in ('retry', 'permanent', 'orphan')),
  code text,
  message text,
  answered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, service_id) references provisioning.instances (organization_id, service_id)
);
create index operations_of_service on provisioning.operations (service_id, id desc);

-- What a person on our side has to do: an operation the vendor leaves to us, or a look at what went wrong.
create table provisioning.staff_tasks (
  organization_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('operation', 'trouble')),
  -- operation: provision, suspend …; trouble: why, a stable word
  what text not null,
  -- a message key the adapter gave
  instructions text,
  operation_key text,
  state text not null check (state in ('open', 'taken', 'done', 'failed', 'dropped')),
  taken_by uuid references identity.people (id),
  note text not null default '',
  opened_at timestamptz not null,
  taken_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, service_id) references provisioning.instances (organization_id, service_id),
  check ((state = 'taken') <= (taken_by is not null)),
  check ((state in ('done', 'failed', 'dropped')) = (closed_at is not null))
);
create unique index staff_tasks_open on provisioning.staff_tasks (service_id) where state in ('open', 'taken');
create index staff_tasks_queue on provisioning.staff_tasks (id) where state in ('open', 'taken');

-- Clients see how far their service is; how it is set up at the vendor is not theirs to see, save its credentials.
select kernel.organization_owned('provisioning.instances');
revoke select on provisioning.instances from clientarea_portal;
grant select (organization_id, service_id, desired_state, observed_state, last_operation, credentials, progress, attention, next_at)
  on provisioning.instances to clientarea_portal;
select kernel.staff_only('provisioning.operations');
select kernel.staff_only('provisioning.staff_tasks');
