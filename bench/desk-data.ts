import pg from 'pg';
import { session, uuid } from './data.ts';
import type { Size } from './data.ts';

/** 30 tickets of each client, with little else, so that 300,000 are made in a minute or two. */
export const deskSize = (organizations: number): Size => ({
  name: 'desk',
  organizations,
  invoicesEach: 1,
  ticketsEach: 30,
  messagesEach: 2,
  servicesEach: 1,
  attempts: 1,
});
export const agentToken = 'bench-agent-session-token-000000000000000000';
const agent = 4;
/** Open lines: half of them agents, half members of the whale. */
export const lines = { agents: 1000, members: 1000 };
export const lineToken = (number: number) => `bench-line-session-token-${String(number).padStart(19, '0')}`;

/** Makes a desk of the tickets: an agent, 100,000 of them open, a third assigned, the others in a queue of their own, tags and priorities. */
export async function fillDesk(url: string): Promise<void> {
  await run(url, [
    `insert into identity.staff (person_id, roles, since)
     values (${uuid('person', `${agent}`)}, array['administrator', 'support'], '2024-01-01')`,
    session(agentToken, agent),
    `update support.tickets set status = 'open', settled_at = null, waiting_since = opened_at
     where id in (select id from support.tickets where settled_at is not null order by number desc limit
       (select greatest(0, 100000 - count(*)) from support.tickets where settled_at is null))`,
    `update support.tickets set
       priority = (array['emergency', 'high', 'normal', 'low'])[1 + number % 4],
       tags = case when number % 10 = 0 then array['backup'] when number % 10 = 1 then array['urgent', 'domain'] else '{}' end,
       assignee_id = case when number % 3 = 0 then ${uuid('person', '(5 + number % 50)')} end,
       assignee_name = case when number % 3 = 0 then 'Person ' || (5 + number % 50) end,
       queue = case when number % 3 = 0 then queue else 'technical' end
     where settled_at is null`,
    'vacuum analyze',
  ]);
}

/** Who holds the lines. They come late, since each of so many agents would be told of every new ticket. */
export async function fillLines(url: string): Promise<void> {
  await run(url, [
    `insert into identity.staff (person_id, roles, since)
     select ${uuid('person', 'n')}, array['support'], '2024-01-01' from generate_series(5, ${4 + lines.agents}) n
     on conflict do nothing`,
    `insert into organizations.members (organization_id, person_id, role, since)
     select ${uuid('organization', '1')}, ${uuid('person', 'n')}, 'owner', '2024-01-01'
     from generate_series(${5 + lines.agents}, ${4 + lines.agents + lines.members}) n
     on conflict do nothing`,
    `insert into identity.sessions (token_hash, id, person_id, created_at, seen_at, expires_at, address, user_agent, methods, proved_at)
     select sha256(convert_to('bench-line-session-token-' || lpad(n::text, 19, '0'), 'UTF8')), ${uuid('line', 'n')}, ${uuid('person', 'n')}, now(), now(),
       now() + interval '1 year', '127.0.0.1', 'bench', '{password}', now()
     from generate_series(5, ${4 + lines.agents + lines.members}) n
     on conflict do nothing`,
  ]);
}

/** A clock for every open ticket, by the policy that was made. All are over. */
export async function fillClocks(url: string, policy: string, calendar: string): Promise<void> {
  await run(url, [
    `insert into support.clocks (organization_id, ticket_id, policy_id, policy_version, goal, started_at, calendar_id, target, pauses, state, due_at)
     select t.organization_id, t.id, '${policy}', 1, 'resolution', now() - interval '2 hours', '${calendar}', 3600000, '{}', 'running',
       now() - interval '1 hour'
     from support.tickets t where t.settled_at is null order by t.number desc limit 100000 on conflict do nothing`,
    'vacuum analyze support.clocks',
  ]);
}

/** Without what the rows would set off: the data is as it would be after that. */
async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
