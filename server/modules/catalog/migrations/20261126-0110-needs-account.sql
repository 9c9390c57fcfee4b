-- Some products are sold only to who has an account; visitors see them all the same.
alter table catalog.products add needs_account boolean not null default false;
grant select (needs_account) on catalog.products to clientarea_portal;
