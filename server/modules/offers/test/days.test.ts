import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { signInAgain } from '../../services/test/build.ts';
import { freeLine, setDesk } from './scene.ts';

const app = await createTestApp(new Date('2026-11-22T02:00:00Z'));
const { send, see, accept } = await setDesk(app);

test('a story: sent, reminded once, good until the end of its last day in Jakarta, then over by itself', async () => {
  const client = await buildOrganization(app);
  const { id, number } = await send(client.id, [freeLine()], { validUntil: '2026-12-01' });
  const told = () => app.ports.sent.filter(({ subject }) => subject.includes(number!)).length;
  async function pass(days: number) {
    await app.clock.advance({ days });
    client.owner.cookie = (await signInAgain(app, client.owner)).cookie;
    await app.sweep('offers.follow-offers');
    await app.settle();
  }
  await app.settle();
  expect(told()).toBe(1);
  await pass(5);
  expect(told()).toBe(1);
  await pass(2);
  expect(told()).toBe(2);
  await pass(2);
  expect(told()).toBe(2);
  expect((await see(client, id)).can.accept).toBe(true);
  // Midnight in Jakarta has passed, the sweep has not come.
  await app.clock.advance({ hours: 15, minutes: 1 });
  client.owner.cookie = (await signInAgain(app, client.owner)).cookie;
  expect(await see(client, id)).toMatchObject({ state: 'sent', can: { accept: { no: 'offer_expired' } } });
  expect((await accept(client, id)).body).toMatchObject({ code: 'offer_over' });
  await app.sweep('offers.follow-offers');
  expect((await see(client, id)).state).toBe('expired');
});
