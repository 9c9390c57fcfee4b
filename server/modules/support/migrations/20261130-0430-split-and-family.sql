-- A ticket may be one of several about the same matter: the parent is answered once for all of them.
alter table support.tickets
  add column parent_id uuid,
  add foreign key (organization_id, parent_id) references support.tickets (organization_id, id) deferrable initially immediate,
  add check (parent_id <> id);
create index tickets_of_parent on support.tickets (organization_id, parent_id) where parent_id is not null;

-- A message that became a ticket of its own is there twice, and its files too, whose bytes are kept once.
alter table support.attachments add column copy_of uuid;
