-- Who is a member for chosen services only. Both are set for such people and for nobody else, so others pay nothing for it.
create function kernel.services() returns uuid[] language sql stable parallel safe as
  $$ select nullif(current_setting('clientarea.services', true), '')::uuid[] $$;

-- The organizations of the transaction in which that holds.
create function kernel.narrowed() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('clientarea.narrowed', true), ''), '{}')::uuid[] $$;

-- Says that a table of organizations is about services: of a narrowed organization it then shows only rows of the chosen ones, and
-- those about none where `of_service` may be null.
create function kernel.about_services(of regclass, of_service name default 'service_id') returns void language plpgsql as $$
begin
  execute format('create policy chosen on %1$s as restrictive to clientarea_portal
    using (case
      when (select kernel.services()) is null then true
      when organization_id <> all ((select kernel.narrowed())::uuid[]) then true
      when %2$I is null then true
      else %2$I = any ((select kernel.services())::uuid[])
    end)', of, of_service);
end $$;
