-- Which node holds a connection to a mailbox, and until when that counts; since when the mailbox tells it of new mail at once; and what
-- keeps it from that: 'unsupported' where the server cannot, else the trouble and its words.
alter table mailroom.mailboxes
  add column watched_by uuid,
  add column watched_until timestamptz,
  add column live_since timestamptz,
  add column watch_error text;
