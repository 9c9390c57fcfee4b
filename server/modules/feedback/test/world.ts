import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import type { TestOrganization, TestPerson } from '../../../test/kit/people.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { openTicket, toldTo } from '../../support/test/world.ts';

export interface Rules {
  on: boolean;
  waitHours: number;
  everyDays: number;
  reminderDays: number;
  linkDays: number;
  lowScore: number;
  queuesOff: string[];
  commentMonths: number;
}

/** A ticket that staff answered and that was closed just now. */
export async function closedTicket(
  test: TestApp,
  { of, by, agent, over = {} }: { of: TestOrganization; by: TestPerson; agent: TestClient; over?: object },
) {
  const ticket = await openTicket(of, by, { ...over });
  const answer = await agent.post(`${ticket.console}/messages`, { text: 'Sudah beres.', status: 'closed' });
  expect(answer.status, answer.text).toBe(201);
  await test.settle();
  return ticket;
}

/** Lets so much time pass, then finds what is due. */
export async function pass(test: TestApp, time: { days?: number; hours?: number; minutes?: number }) {
  await test.clock.advance(time);
  await test.sweep('feedback.find-due');
}

/** The kinds of what somebody was told about ratings, oldest first. */
export async function askedOf(test: TestApp, person: string): Promise<string[]> {
  const told = await toldTo(test, person);
  return told.map(({ kind }) => kind).filter((kind) => kind.startsWith('feedback.'));
}

/** What the latest mail to somebody links to. */
export const tokenOf = (test: TestApp, person: TestPerson): Promise<string> =>
  mailedToken(test, person.email);

/** Changes some of the rules. */
export async function setRules(administrator: TestClient, over: Partial<Rules>): Promise<void> {
  const url = '/api/console/settings/feedback.rules';
  const { value, version } = (await administrator.get(url)).body;
  const answer = await administrator.put(url, { value: { ...value, ...over } }, { version });
  expect(answer.status, answer.text).toBeLessThan(300);
}
