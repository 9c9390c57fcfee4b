-- How much of a topic somebody wants on one channel, where its reader chooses that. No row: what is in their queues. Nothing at all is a refusal.
create table notifications.reaches (
  person_id uuid not null references identity.people (id),
  topic text not null,
  channel text not null check (channel in ('email', 'in_app')),
  reach text not null check (reach in ('all', 'given')),
  primary key (person_id, topic, channel)
);

-- New tickets are a topic of their own now. Who refused them was told of what they were given all the same.
insert into notifications.reaches (person_id, topic, channel, reach)
  select person_id, 'support-new', channel, 'given' from notifications.refusals where topic = 'support-queue';

select kernel.person_owned('notifications.reaches', 'select, insert, update, delete');
