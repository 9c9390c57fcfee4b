-- Outside addresses to which the replies of a ticket are copied by mail. A row stays when that ends, so that limits count it and whoever
-- wanted no more of it is not copied again.
create table support.copied (
  organization_id uuid not null,
  ticket_id uuid not null,
  id uuid not null,
  address text not null check (length(address) between 3 and 254 and address = lower(address)),
  -- of the first mail that came from there
  name text check (length(name) between 1 and 200),
  side text not null check (side in ('client', 'staff')),
  added_by uuid not null references identity.people (id),
  added_by_name text not null,
  -- it gets what is said from then on
  since timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('client', 'staff', 'self')),
  -- how many mails it got on which day
  told_on date,
  told integer not null default 0,
  primary key (organization_id, id),
  unique (id),
  unique (organization_id, ticket_id, address),
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id) deferrable initially immediate,
  check ((ended_at is null) = (ended_by is null))
);
create index copied_lately on support.copied (organization_id, since);
create index copied_address on support.copied (address, since);
select kernel.organization_owned('support.copied', 'select');
