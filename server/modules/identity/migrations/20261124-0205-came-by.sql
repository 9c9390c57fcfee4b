alter table identity.sessions
  -- the sign-in at a provider that opened it, of the module that led there
  add column came_by uuid;
create index sessions_came_by on identity.sessions (came_by) where came_by is not null and ended_at is null;
alter table identity.attempts
  add column came_by uuid,
  add column came_until timestamptz,
  add constraint attempts_came check ((came_by is null) = (came_until is null));
alter table identity.sign_ins
  drop constraint sign_ins_refused_check,
  add constraint sign_ins_refused_check
    check (refused in ('wrong_password', 'not_verified', 'disabled', 'wrong_code', 'unknown', 'elsewhere'));
