-- The same view, which can be read without one of our roles too: by who owns the database.
create or replace view billing.invoices_above with (security_barrier) as
select i.for_organization_id as organization_id, i.id, i.organization_id as payer_id, i.number, i.document, i.status, i.issued_on, i.due_on,
  i.issued_at, i.paid_at, i.currency, i.subtotal, i.tax, i.total, (i.paid > 0 or i.payment_pending) as payment_seen
from billing.invoices i
where i.for_organization_id is not null
  and (i.for_organization_id = any ((select kernel.organizations())::uuid[]) or pg_has_role(current_user, 'clientarea_system', 'usage'));
