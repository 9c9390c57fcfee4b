import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

interface DemoPerson {
  email: string;
  password: string;
  /** Name and place in the business, as printed: 'Sari Wulandari, finance'. */
  who: string;
}

/** Reads whom the first start printed; for the workers, which inherit the environment. */
export function rememberDemo(output: string): void {
  const people = [...output.matchAll(/^ {2}(\S+@\S+) +((?:[a-z0-9]{4}-){3}[a-z0-9]{4}) +(.+)$/gm)].map(
    ([, email, password, who]) => ({ email, password, who }),
  );
  if (people.length === 0) throw new Error(`the demo printed nobody to sign in as:\n${output}`);
  process.env.E2E_PEOPLE = JSON.stringify(people);
}

export function personOf(who: string): DemoPerson {
  const people = JSON.parse(process.env.E2E_PEOPLE ?? '[]') as DemoPerson[];
  const person = people.find((one) => one.who.includes(who));
  if (!person) throw new Error(`nobody in the demo is "${who}": ${people.map((one) => one.who).join('; ')}`);
  return person;
}

/** Signs the page's browser in as somebody of the demo, found by a part of who they are. */
export async function signInAs(page: Page, who: string): Promise<DemoPerson> {
  const person = personOf(who);
  const answer = await page.request.post('/api/session', {
    data: { email: person.email, password: person.password },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status()).toBe(204);
  return person;
}
