import { expect } from 'vitest';
import type { TestApp } from './app.ts';

/** The token of the link in the newest mail to an address, once all has happened that leads to it. */
export async function mailedToken(test: TestApp, address: string): Promise<string> {
  await test.settle();
  const mail = test.ports.sent.findLast(
    ({ to, text }) => to.address === address.toLowerCase() && text.includes('#token='),
  );
  expect(mail, `no mail with a link to ${address}`).toBeDefined();
  return /#token=([\w-]+)/.exec(mail!.text)![1]!;
}
