-- The invoice of an order may be owed by an organization above the one that ordered.
alter table orders.orders
  drop constraint orders_organization_id_invoice_id_fkey,
  add foreign key (invoice_id) references billing.invoices (id);
