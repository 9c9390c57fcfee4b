-- What an invoice is for: also a change of a service that runs.
alter table billing.invoices drop constraint invoices_kind_check;
alter table billing.invoices add constraint invoices_kind_check check (kind in ('order', 'renewal', 'change', 'manual'));
