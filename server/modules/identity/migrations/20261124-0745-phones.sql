-- The phone that somebody has shown to be theirs: codes for the second step may be sent there.
create table identity.phones (
  person_id uuid primary key references identity.people (id),
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  channel text not null check (channel in ('whatsapp', 'sms')),
  added_at timestamptz not null,
  used_at timestamptz
);
select kernel.person_owned('identity.phones');

-- Codes last ten minutes: who waits for one asks for another.
delete from identity.sent_codes;
alter table identity.sent_codes
  drop constraint sent_codes_purpose_check,
  add constraint sent_codes_purpose_check check (purpose in ('second_step', 'proof', 'phone')),
  add column kind text not null check (kind in ('email_code', 'message_code')),
  -- the sign-in or session that asked: the code serves no other
  add column asked_by text not null,
  -- where a text went: of purpose 'phone' the number that the code confirms
  add column number text,
  add column channel text,
  drop constraint sent_codes_pkey,
  add primary key (person_id, purpose, kind);

-- Texts cost money and wake people up: how many were sent since when, for each of what is limited (a SHA-256 of its name).
create table identity.text_allowances (
  what bytea primary key,
  texts integer not null,
  since timestamptz not null
);
create index text_allowances_since on identity.text_allowances (since);
select kernel.staff_only('identity.text_allowances');
