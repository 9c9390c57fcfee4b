create table identity.email_changes (
  id uuid primary key,
  person_id uuid not null references identity.people (id),
  old_email text not null,
  new_email text not null,
  -- mailed to the new address: shows that somebody reads it
  token_hash bytea not null unique,
  -- mailed to the old address: takes the change back, before and after it
  undo_hash bytea not null unique,
  undo_sealed text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz
);
create index email_changes_of_person on identity.email_changes (person_id);
select kernel.staff_only('identity.email_changes');
