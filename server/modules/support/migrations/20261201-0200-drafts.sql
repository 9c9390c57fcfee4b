-- What somebody is writing and has not sent: theirs alone, on whatever device they go on. `belongs_to` is the ticket, or for a new one
-- the organization (the nil id where no client is chosen yet); `about` is what the page that begins a ticket was opened for.
create table support.drafts (
  person_id uuid not null references identity.people (id),
  place text not null check (place in ('reply', 'new', 'desk-reply', 'desk-note', 'desk-new')),
  belongs_to uuid not null,
  about text not null check (length(about) <= 200),
  -- another one with every change, so that nobody takes one draft for a later one
  version uuid not null,
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 20000),
  choices jsonb not null check (jsonb_typeof(choices) = 'object'),
  -- uploads of its author, which are not swept away while it names them
  files uuid[] not null,
  saved_at timestamptz not null,
  primary key (person_id, place, belongs_to, about)
);
create index drafts_saved on support.drafts (saved_at);
create index attachments_left_of on support.attachments (uploaded_by, id) where message_id is null;
select kernel.person_owned('support.drafts', 'select, insert, update, delete');
