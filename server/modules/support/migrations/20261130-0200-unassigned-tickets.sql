-- What waits in a queue for somebody to be given to.
create index tickets_unassigned on support.tickets (queue, urgency, due_at, opened_at) where assignee_id is null and settled_at is null;
