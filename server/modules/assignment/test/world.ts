import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { giveOut } from '../commands/give-out.ts';

const team = '/api/console/support-team';
const ways = '/api/console/ticket-queue-ways';

/** An administrator who sets the team and queues up, and what one asks in tests of them. */
export async function buildDesk(app: TestApp) {
  const lead = await buildStaff(app, 'administrator');
  const queueOf = async (name: string) =>
    (await lead.get(ways)).body.items.find(({ queue }: { queue: string }) => queue === name);
  const agentOf = async (id: string) =>
    (await lead.get(`${team}?limit=200`)).body.items.find((one: { id: string }) => one.id === id);
  return {
    lead,
    queueOf,
    agentOf,
    async agent(over: { capacity?: number; skills?: string[]; calendarId?: string | null } = {}) {
      const agent = await buildStaff(app, 'support');
      await this.set(agent, over);
      return agent;
    },
    async set(agent: TestPerson, over: object) {
      const { capacity, skills, calendar, version } = await agentOf(agent.id);
      const body = { capacity, skills, calendarId: calendar?.id ?? null, ...over };
      const answer = await lead.put(`${team}/${agent.id}`, body, { version });
      expect(answer.status, answer.text).toBe(204);
    },
    async queue(name: string) {
      const body = { titles: { id: name, en: name }, position: 9, offered: true };
      await lead.put(`/api/console/ticket-queues/${name}`, body, { version: 0 });
    },
    /** Sets how a queue gives out, and lets it. */
    async way(name: string, over: object) {
      const { version } = await queueOf(name);
      const answer = await lead.put(`${ways}/${name}`, over, { version });
      expect(answer.status, answer.text).toBe(204);
      await app.settle();
    },
    async duty(agent: TestPerson, away: boolean, until: string | null = null) {
      const answer = await agent.put('/api/console/duty', { away, until });
      expect(answer.status, answer.text).toBe(200);
      await app.settle();
    },
    giveOut: (queue: string) => app.ctx.transact((tx) => giveOut(tx, queue, { all: true })),
    async ticket(console: string) {
      return (await lead.get(console)).body;
    },
    async change(console: string, patch: object) {
      const { version } = (await lead.get(console)).body;
      const answer = await lead.patch(console, version, patch);
      expect(answer.status, answer.text).toBe(204);
      await app.settle();
    },
    async why(console: string) {
      return (await lead.get(`${console}/assignment`)).body;
    },
  };
}
