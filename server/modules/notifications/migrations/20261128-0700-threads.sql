-- The conversation that a mail belongs to, and the address by which its reader goes on with it.
alter table notifications.mails
  add column thread uuid,
  add column reply_to text,
  drop constraint mails_state_check,
  -- a mail that a server took and later gave back is bounced
  add constraint mails_state_check check (state in ('waiting', 'sent', 'failed', 'bounced'));
create index mails_of_thread on notifications.mails (thread, recipient, id) where thread is not null;

-- What came in by mail, so that answers name it and mail programs show them together.
create table notifications.received_mails (
  thread uuid not null,
  message_id text not null check (length(message_id) between 1 and 500),
  sender text not null,
  received_at timestamptz not null,
  primary key (thread, message_id)
);

-- With what reply addresses are proven; one for the whole business, sealed.
create table notifications.reply_key (
  one boolean primary key default true check (one),
  sealed text not null
);

select kernel.staff_only('notifications.received_mails');
select kernel.staff_only('notifications.reply_key');
