-- Where mail for the business comes in.
create table mailroom.mailboxes (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  -- in lower case; what people write to
  address text not null unique check (address = lower(address)),
  kind text not null check (kind in ('imap', 'webhook')),
  -- how to get in, without the password; null for a webhook
  server jsonb,
  -- the password, or the key that a webhook signs with
  sealed_secret text not null,
  -- the mail server whose Authentication-Results are believed; empty: none
  believed text not null,
  queue text references support.queues (name),
  active boolean not null,
  created_at timestamptz not null,
  -- mails from before are taken too
  takes_old boolean not null,
  -- up to where it has been read
  uid_validity text,
  last_uid bigint not null default 0,
  checked_at timestamptz,
  error text,
  failing_since timestamptz,
  version integer not null default 1,
  check ((kind = 'imap') = (server is not null))
);

-- Each mail that ever came in, once. The id is made from its Message-ID and what it says, so the same mail has the same one, wherever
-- and however often it comes by.
create table mailroom.mails (
  id uuid primary key,
  mailbox_id uuid not null references mailroom.mailboxes (id),
  message_id text,
  came_at timestamptz not null,
  state text not null check (state in ('arrived', 'quarantined', 'ticket', 'nothing', 'discarded')),
  -- why it waits, or why nothing came of it
  reason text,
  sender text not null,
  sender_name text not null,
  subject text not null,
  size bigint not null,
  -- bytes as they came lie among the files
  kept boolean not null,
  -- its sender was asked whether it is theirs
  asked_at timestamptz,
  -- the ticket it seems to be about, or went to
  ticket_id uuid references support.tickets (id),
  settled_by uuid references identity.people (id),
  version integer not null default 1,
  check (state <> 'ticket' or ticket_id is not null)
);
create index mails_by_state on mailroom.mails (state, came_at desc, id desc);
create index mails_of_sender on mailroom.mails (sender, came_at desc);
create index mails_kept on mailroom.mails (came_at) where kept;
create index mails_of_ticket on mailroom.mails (ticket_id) where ticket_id is not null;

-- Nothing comes of what they write: an address, or a whole domain as '@example.com'.
create table mailroom.blocked_senders (
  id uuid primary key,
  sender text not null unique,
  since timestamptz not null,
  blocked_by uuid not null references identity.people (id)
);

select kernel.staff_only('mailroom.mailboxes');
select kernel.staff_only('mailroom.mails');
select kernel.staff_only('mailroom.blocked_senders');
