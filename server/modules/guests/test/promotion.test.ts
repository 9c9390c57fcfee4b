import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { setCounter } from '../../promotions/test/scene.ts';
import { setStore } from './orders-world.ts';

const app = await createTestApp();
const { sell, ask, open, place, byCode } = await setStore(app);
const { offer, see } = await setCounter(app);
const server = await sell();

test('a guest enters a code, sees the price with it in the mailed link, and orders for that', async () => {
  const { id } = await offer({ code: 'GUEST', percent: 5_000, coversSetup: true, mostEach: 1 });
  const token = await ask(server.plan, 'dina@example.com', { promotionCode: 'guest' });
  const { quote } = (await open(token)).body.waiting!;
  expect(quote).toMatchObject({ total: { amount: 150_000 }, code: { code: 'GUEST', no: null } });
  const placed = await place(token);
  expect(placed.status, placed.text).toBe(200);
  await app.settle();
  expect((await byCode(placed.body)).body.bill!.invoices[0]!.total.amount).toBe(150_000);
  expect(await see(id)).toMatchObject({ redeemed: 1 });
  // The same address is the same guest: a second time it pays in full, and sees so before anything is placed.
  const again = await ask(server.plan, 'dina@example.com', { promotionCode: 'guest' });
  expect((await open(again)).body.waiting!.quote).toMatchObject({
    total: { amount: 300_000 },
    code: { no: 'used_by_you' },
  });
  expect((await place(again)).status).toBe(200);
  expect(await see(id)).toMatchObject({ redeemed: 1 });
});
