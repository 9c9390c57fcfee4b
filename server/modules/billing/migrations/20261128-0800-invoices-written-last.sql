-- Whoever numbers invoices holds the series until it commits. So that little is written meanwhile, lines, entries and renewals may come
-- before their invoice, within a transaction that says so.
alter table billing.invoice_lines alter constraint invoice_lines_organization_id_invoice_id_fkey deferrable initially immediate;
alter table billing.entries alter constraint entries_organization_id_invoice_id_fkey deferrable initially immediate;
alter table billing.renewals alter constraint renewals_invoice_id_fkey deferrable initially immediate;
