-- A day by which somebody said to pay. Until it has passed nobody is chased; it is kept, broken or withdrawn.
create table billing.promises (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  promised_on date not null,
  made_on date not null,
  made_at timestamptz not null,
  -- made for the client by staff, beyond its own limits
  by_staff boolean not null,
  made_by uuid not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'withdrawn')),
  closed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check ((state = 'open') = (closed_at is null)),
  check (promised_on >= made_on)
);
create unique index promises_open on billing.promises (organization_id, invoice_id) where state = 'open';
create index promises_of_invoice on billing.promises (organization_id, invoice_id, made_at);
create index promises_by_day on billing.promises (organization_id, made_on) where not by_staff;
create index promises_broken on billing.promises (closed_at) where state = 'broken';
select kernel.organization_owned('billing.promises');
