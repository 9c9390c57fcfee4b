import { randomUUID } from 'node:crypto';
import { compile } from '../server/modules/automation/domain/rules.ts';
import type { Looked } from '../server/modules/automation/domain/rules.ts';
import { agentToken } from './desk-data.ts';

const whole = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
const promise = { first: 60, next: 120, resolution: 480 };
const policy = {
  titles: { id: 'Semua', en: 'All' },
  active: true,
  shown: true,
  organizations: null,
  products: null,
  queues: null,
  priorities: null,
  kinds: null,
  minutes: { emergency: promise, high: promise, normal: promise, low: promise },
  pauses: ['waiting_customer'],
  warnPercent: 50,
  tellWarning: ['assignee'],
  tellBreach: ['assignee'],
};
const rule = (number: number) => ({
  title: `Rule ${number}`,
  position: number,
  active: true,
  moment: (['opened', 'client_answered'] as const)[number % 2],
  hours: null,
  conditions: {
    match: 'all' as const,
    tests: [
      { of: 'kind' as const, is: true, values: ['question', 'problem'] },
      { of: 'tag' as const, is: false, values: [`tag-${number}`] },
      // One in fifty holds.
      {
        of: 'words' as const,
        is: true,
        values: number === 0 ? ['slow'] : [`word${number}`, `other${number}`],
      },
    ],
  },
  acts: { addTags: [`found-${number}`] },
});
const escalation = {
  title: 'Open too long',
  position: 1,
  active: true,
  conditions: { match: 'all', tests: [] },
  ageMinutes: 30 * 24 * 60,
  goal: null,
  goalOffset: null,
  reopenings: null,
  level: 1,
  way: 'hierarchical',
  acts: {},
};

interface Answer {
  id: string;
  value: object;
  version: number;
  items: { queue: string; version: number }[];
}

/** Turns on what a desk can have: service levels for all, 50 rules, giving out by turns, escalation and ratings. */
export async function switchOn(port: number): Promise<{ policy: string; calendar: string }> {
  const ask = async (method: string, path: string, body?: object, version?: number): Promise<Answer> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        cookie: `clientarea=${agentToken}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : {}) as Answer;
  };
  const levels = '/api/console/service-levels';
  const calendar = await ask('POST', `${levels}/calendars`, {
    name: 'Always',
    zone: 'Asia/Jakarta',
    week: whole,
    holidays: [],
  });
  const made = await ask('POST', `${levels}/policies`, { ...policy, calendarId: calendar.id });
  for (let number = 0; number < 50; number++) await ask('POST', '/api/console/ticket-rules', rule(number));
  await ask('POST', '/api/console/escalation-rules', escalation);
  const { items } = await ask('GET', '/api/console/ticket-queue-ways');
  // The queue of new tickets, where nothing has waited yet.
  const { version } = items.find(({ queue }) => queue === 'general')!;
  await ask('PUT', '/api/console/ticket-queue-ways/general', { way: 'round_robin' }, version);
  const ratings = await ask('GET', '/api/console/settings/feedback.rules');
  await ask(
    'PUT',
    '/api/console/settings/feedback.rules',
    { value: { ...ratings.value, on: true } },
    ratings.version,
  );
  return { policy: made.id, calendar: calendar.id };
}

/** Milliseconds to ask 50 rules about one ticket, for a message of so many characters. */
export function rulesTake(characters: number): number {
  const all = Array.from({ length: 50 }, (_, number) => compile(rule(number).conditions));
  const looked: Looked = {
    kind: 'question',
    queue: 'general',
    priority: 'normal',
    status: 'new',
    language: 'en',
    organization: 'acme',
    tier: null,
    product: null,
    words: 'Every page takes long to load. '.repeat(Math.ceil(characters / 31)).slice(0, characters),
    tags: [],
    assigned: false,
  };
  const times = 2000;
  const began = performance.now();
  for (let turn = 0; turn < times; turn++) for (const holds of all) holds(looked);
  return (performance.now() - began) / times;
}
