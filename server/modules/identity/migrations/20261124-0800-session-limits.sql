-- Why a session ended by itself; null: somebody ended it, or it lasts.
alter table identity.sessions add column ended_because text check (ended_because in ('idle', 'too_long'));

alter table identity.devices
  add column id uuid,
  add column user_agent text not null default '',
  -- Since when it takes no second step; null: it always does.
  add column remembered_at timestamptz;
update identity.devices set id = gen_random_uuid();
alter table identity.devices alter column id set not null, add unique (id);
