-- How much of a topic somebody wants on one channel, where its reader chooses that. No row: what is in their queues. Nothing at all is a refusal.
create table notifications.reaches (
  person_id uuid not null references identity.people (id),
  topic text not null,
  channel text not null check (channel in ('email', 'in_app')),
  reach text not null check (reach in ('all', 'given')),
  primary key (person_id, topic, channel)
);

-- New tickets are a topic of their own now, with those that are given to somebody. Who refused both goes on hearing of neither; who refused
-- new ones only was told of what they were given.
insert into notifications.refusals (person_id, topic, channel)
  select q.person_id, 'support-new', q.channel from notifications.refusals q join notifications.refusals a using (person_id, channel)
  where q.topic = 'support-queue' and a.topic = 'support-assigned';
insert into notifications.reaches (person_id, topic, channel, reach)
  select person_id, 'support-new', channel, 'given' from notifications.refusals where topic = 'support-queue';

select kernel.person_owned('notifications.reaches', 'select, insert, update, delete');
