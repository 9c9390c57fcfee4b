-- Whom of staff a note names. The text holds a handle; this says who it is, whatever they or others are called later.
create table support.mentions (
  organization_id uuid not null,
  message_id uuid not null,
  person_id uuid not null references identity.people (id),
  ticket_id uuid not null,
  -- as it stands in the text after the `@`, in small letters
  handle text not null check (length(handle) between 1 and 120),
  mentioned_at timestamptz not null,
  primary key (organization_id, message_id, person_id),
  unique (organization_id, message_id, handle),
  foreign key (organization_id, message_id) references support.messages (organization_id, id) deferrable initially immediate,
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id) deferrable initially immediate
);
create index mentions_of_person on support.mentions (person_id, organization_id, ticket_id);
select kernel.staff_only('support.mentions');
