-- An invoice belongs to who owes it. Where that is not the organization whose order and services it is about, it says whom it is for, with
-- the name that one had; all its lines are about one organization.
alter table billing.invoices
  add column for_organization_id uuid references organizations.organizations (id),
  add column for_name text,
  add constraint for_whom_with_name check (num_nulls(for_organization_id, for_name) in (0, 2)),
  add constraint for_another check (for_organization_id <> organization_id);
create index invoices_for_another on billing.invoices (for_organization_id, issued_on desc, id desc) where for_organization_id is not null;
create index invoices_paid_for_another on billing.invoices (organization_id, for_organization_id, id) where for_organization_id is not null;

-- Whose services the lines are about.
alter table billing.invoice_lines add column for_organization_id uuid;
update billing.invoice_lines set for_organization_id = organization_id;
alter table billing.invoice_lines
  alter column for_organization_id set not null,
  drop constraint invoice_lines_organization_id_service_id_fkey,
  add foreign key (for_organization_id, service_id) references services.services (organization_id, id);
drop index billing.invoice_lines_of_service;
create index invoice_lines_of_service on billing.invoice_lines (for_organization_id, service_id) where service_id is not null;

-- The service is in one organization, its invoice may be another's.
alter table billing.renewals
  drop constraint renewals_organization_id_invoice_id_fkey,
  add foreign key (invoice_id) references billing.invoices (id);

-- An organization reads the lines about it also when another pays; of its narrowed members each only those about the chosen services.
create policy about_own on billing.invoice_lines for select to clientarea_portal
  using (case when for_organization_id = any ((select kernel.organizations())::uuid[]) then true else false end);
drop policy chosen on billing.invoice_lines;
create policy chosen on billing.invoice_lines as restrictive to clientarea_portal using (case
  when (select kernel.services()) is null then true
  when organization_id <> all ((select kernel.narrowed())::uuid[]) and for_organization_id <> all ((select kernel.narrowed())::uuid[]) then true
  when service_id is null then true
  else service_id = any ((select kernel.services())::uuid[])
end);

-- What another pays for an organization, for its own people: what it is about and how it stands; nothing of who pays, or of how.
create view billing.invoices_above with (security_barrier) as
select i.for_organization_id as organization_id, i.id, i.organization_id as payer_id, i.number, i.document, i.status, i.issued_on, i.due_on,
  i.issued_at, i.paid_at, i.currency, i.subtotal, i.tax, i.total, (i.paid > 0 or i.payment_pending) as payment_seen
from billing.invoices i
where i.for_organization_id is not null
  and (i.for_organization_id = any ((select kernel.organizations())::uuid[])
    or pg_has_role(current_setting('role'), 'clientarea_system', 'usage'));
grant select on billing.invoices_above to clientarea_portal, clientarea_system;
