-- What a client asks about an offer.
alter table support.tickets add offer_id uuid,
  add constraint tickets_organization_id_offer_id_fkey foreign key (organization_id, offer_id) references offers.offers (organization_id, id);

-- Names the offer of a ticket that was opened in the same transaction, where somebody may write in its organization.
create function support.name_offer(organization uuid, ticket uuid, offer uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not support.may_write(organization) then return; end if;
  update support.tickets t set offer_id = offer where t.organization_id = organization and t.id = ticket;
end $$;
