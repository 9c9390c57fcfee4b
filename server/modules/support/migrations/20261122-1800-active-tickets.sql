-- With the service, which chosen services are checked by, open tickets are counted from the index alone again.
drop index support.tickets_active;
create index tickets_active on support.tickets (organization_id, last_message_at desc, id desc)
  include (status, unread_by_client, service_id) where settled_at is null;
