-- The dashboard counts a client's services and shows those first that want a look. Both come from one index alone, whose columns are also
-- what chosen services are checked by: a thousand services cost no page of the table.
alter table services.services add column wants_look boolean not null
  generated always as (suspended_for <> '{}' or state in ('past_due', 'pending') or technical_state = 'attention') stored;
grant select (wants_look) on services.services to clientarea_portal;
drop index services.services_current;
create index services_current on services.services (organization_id, wants_look desc, id desc) include (state, suspended_for)
  where state <> 'ended';
