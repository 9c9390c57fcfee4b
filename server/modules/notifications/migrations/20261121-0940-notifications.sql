-- What a person finds in the bell. The words are made when it is read, in the language the person reads then.
create table notifications.notices (
  person_id uuid not null references identity.people (id),
  id uuid not null,
  organization_id uuid,
  kind text not null,
  data jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (person_id, id)
);
create index notices_unread on notifications.notices (person_id) where read_at is null;

-- Every mail with what became of it; staff see it in the outbox.
create table notifications.mails (
  id uuid primary key,
  kind text not null,
  person_id uuid,
  organization_id uuid,
  recipient text not null,
  recipient_name text not null,
  subject text not null,
  -- sealed; taken away once sent where it holds a one-time link and a mail server has it
  body text,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  error text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mails_by_time on notifications.mails (created_at desc, id desc);
create index mails_of_organization on notifications.mails (organization_id, created_at desc) where organization_id is not null;

-- What somebody chose not to get, by topic and channel. No row means yes.
create table notifications.refusals (
  person_id uuid not null references identity.people (id),
  topic text not null,
  channel text not null check (channel in ('email', 'in_app')),
  primary key (person_id, topic, channel)
);

select kernel.person_owned('notifications.notices', 'select, update');
select kernel.staff_only('notifications.mails');
select kernel.person_owned('notifications.refusals', 'select, insert, delete');
