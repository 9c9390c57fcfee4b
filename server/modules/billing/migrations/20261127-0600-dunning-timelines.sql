-- What happens around the due date, for families of products: one timeline is for all that have none of their own.
create table billing.dunning_timelines (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  is_default boolean not null default false,
  -- the latest of its versions
  version integer not null default 1,
  archived_at timestamptz,
  check (not is_default or archived_at is null)
);
create unique index dunning_timelines_default on billing.dunning_timelines (is_default) where is_default;

-- Never changed: what is under way goes on by the version it began with.
create table billing.dunning_versions (
  timeline_id uuid not null references billing.dunning_timelines (id),
  version integer not null check (version > 0),
  -- {"steps": [{"kind", "days", "at", "workingDays", "channels"}], "hours": {"from", "until"}}
  plan jsonb not null,
  saved_at timestamptz not null,
  primary key (timeline_id, version)
);

-- A product's own timeline goes before that of its group.
create table billing.dunning_families (
  group_id uuid references catalog.groups (id),
  product_id uuid references catalog.products (id),
  family_id uuid primary key generated always as (coalesce(group_id, product_id)) stored,
  timeline_id uuid not null references billing.dunning_timelines (id),
  check (num_nonnulls(group_id, product_id) = 1)
);
create index dunning_families_of_timeline on billing.dunning_families (timeline_id);

-- The version that an overdue invoice follows, and since when a step waits because nothing that was written has arrived.
create table billing.dunnings (
  organization_id uuid not null,
  invoice_id uuid not null,
  timeline_id uuid not null,
  timeline_version integer not null,
  since timestamptz not null,
  -- the day of the first notice that reached somebody
  noticed_on date,
  held_since timestamptz,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (timeline_id, timeline_version) references billing.dunning_versions (timeline_id, version)
);
create index dunnings_held on billing.dunnings (held_since) where held_since is not null;
create index dunnings_by_timeline on billing.dunnings (timeline_id, timeline_version);

select kernel.staff_only(of::regclass) from unnest(array[
  'billing.dunning_timelines', 'billing.dunning_versions', 'billing.dunning_families', 'billing.dunnings'
]) as of;
revoke update, delete on billing.dunning_versions from clientarea_system;

alter table billing.dunning_steps drop constraint dunning_steps_kind_check;
alter table billing.dunning_steps
  add constraint dunning_steps_kind_check check (kind in ('reminder', 'notice', 'retry', 'suspend', 'terminate')),
  -- whom a reminder or notice was written to; null where that was not kept yet
  add column told uuid[];
create unique index dunning_steps_one_a_day on billing.dunning_steps (organization_id, invoice_id, done_on);

-- When an open invoice is looked at next; null: as soon as a reminder could be due.
alter table billing.invoices add column collect_at timestamptz;
create index invoices_to_collect on billing.invoices (collect_at, due_on) where status in ('due', 'overdue', 'pending');

-- The days that were set until now, or those that held by themselves, become the timeline for everything.
with rules as (
  select coalesce((select value from kernel.settings where key = 'billing.dunning'),
    '{"reminderDaysBefore": [7, 1], "noticeDaysAfter": [1, 5], "suspendAfterDays": 7}') as value
), hard as (
  select value, greatest(2, (value ->> 'suspendAfterDays')::integer) as suspend,
    greatest((value ->> 'terminateAfterDays')::integer, greatest(2, (value ->> 'suspendAfterDays')::integer) + 1) as terminate,
    value ->> 'terminateAfterDays' is not null as ends
  from rules
), days (kind, days) as (
  select 'reminder', d::integer from hard, jsonb_array_elements_text(value -> 'reminderDaysBefore') d
  union select 'notice', d::integer from hard, jsonb_array_elements_text(value -> 'noticeDaysAfter') d
    where d::integer <> suspend and not (ends and d::integer = terminate)
  union select 'notice', suspend - 1 from hard where not exists (
    select from jsonb_array_elements_text(value -> 'noticeDaysAfter') d where d::integer < suspend)
  union select 'suspend', suspend from hard
  union select 'terminate', terminate from hard where ends
), timeline as (
  insert into billing.dunning_timelines (id, name, is_default) values (gen_random_uuid(), 'Standard', true) returning id
)
insert into billing.dunning_versions (timeline_id, version, plan, saved_at)
select timeline.id, 1, jsonb_build_object('hours', '{"from": "08:00", "until": "20:00"}'::jsonb, 'steps', (
  select jsonb_agg(jsonb_build_object('kind', kind, 'days', days, 'at', '09:00', 'workingDays', false,
    'channels', case when kind in ('reminder', 'notice') then '["email", "in_app"]'::jsonb else '[]'::jsonb end)
    order by case kind when 'reminder' then -days else days end)
  from days)), now()
from timeline;
delete from kernel.settings where key = 'billing.dunning';
