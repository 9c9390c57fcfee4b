-- Who of staff has a ticket before them now. Not in the log, since a crash may lose it: pages say it again.
create unlogged table support.presence (
  ticket_id uuid not null,
  person_id uuid not null references identity.people (id),
  typing boolean not null,
  until timestamptz not null,
  primary key (ticket_id, person_id)
);
select kernel.staff_only('support.presence');
