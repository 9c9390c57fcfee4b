-- A provider that is asked again, to show that it is still the same person: the session that this is for. Null for a sign-in.
alter table sso.attempts add column session_id uuid;
