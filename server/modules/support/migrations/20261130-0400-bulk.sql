-- What one change of many tickets can put back, for a moment: how each ticket was, and the version it must still have.
create table support.undoable (
  -- of the change
  id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references identity.people (id),
  done_at timestamptz not null,
  version integer not null,
  before jsonb not null,
  primary key (id, ticket_id)
);
create index undoable_by_time on support.undoable (done_at);
select kernel.staff_only('support.undoable');

-- The view of those that wait for the client, and its count.
create index tickets_waiting_customer on support.tickets (last_message_at desc, id desc) where status = 'waiting_customer';
