-- What a rule's minutes before or after a promise are of: the clock on the wall, or the hours of the promise.
alter table escalation.rules add column offset_in text not null default 'wall' check (offset_in in ('wall', 'hours'));
