import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import { issueInvoice } from '../../billing/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { addMember } from '../../organizations/index.ts';

const app = await createTestApp();

const owe = (organization: { id: never }, amount: bigint) =>
  app.ctx.transact((tx) =>
    issueInvoice(tx, {
      organization: organization.id,
      kind: 'manual',
      orderId: null,
      lines: [
        {
          serviceId: null,
          description: { id: 'Kerja', en: 'Work' },
          period: null,
          quantity: 1,
          unitPrice: amount,
          taxable: false,
        },
      ],
    }),
  );

test('a parent sees what runs, what is owed and what is asked below it, each person as their role allows', async () => {
  const parent = await buildOrganization(app, { name: 'Top' });
  const child = await buildOrganization(app, { name: 'Below', parent: parent.id });
  const other = await buildOrganization(app, { name: 'Beside', parent: parent.id });
  const foreign = await buildOrganization(app, { name: 'Elsewhere' });
  await buildActiveService(app, child);
  await owe(child as never, 100_000n);
  await owe(other as never, 50_000n);
  await owe(foreign as never, 999n);
  const { body } = await parent.owner.get(parent.at('/group'));
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Top', 'Below', 'Beside']);
  expect(body.items[1]).toMatchObject({
    services: 1,
    tickets: 0,
    depth: 1,
    money: [{ currency: 'IDR', open: 100_000 }],
  });
  // What the parent owes for a child stands at the child.
  await app.app.pool.query(`update organizations.organizations set pays = 'parent' where id = $1`, [
    child.id,
  ]);
  await owe(child as never, 20_000n);
  const delegated = (await parent.owner.get(parent.at('/group'))).body.items;
  expect(delegated[1]).toMatchObject({ pays: 'parent', money: [{ open: 120_000 }] });
  expect(delegated[0]).toMatchObject({ pays: 'itself', money: [] });

  const technical = await buildMember(app, parent, 'technical');
  const seen = (await technical.get(parent.at('/group'))).body;
  expect(seen.items[1]).toMatchObject({ services: 1, money: null });

  const own = (await child.owner.get(child.at('/group'))).body;
  expect(own.items.map(({ name }: { name: string }) => name)).toEqual(['Below']);
  expect((await child.owner.get(parent.at('/group'))).status).toBe(404);

  await other.owner.patch(other.at(''), 1, { closed: true });
  const shut = (await technical.get(parent.at('/group'))).body.items;
  expect(shut.map(({ name }: { name: string }) => name)).toEqual(['Top', 'Below']);
});

test('one inbox has the tickets of all organizations, in each what one may see there', async () => {
  const [a, b, c] = [
    await buildOrganization(app),
    await buildOrganization(app),
    await buildOrganization(app),
  ];
  const service = await buildActiveService(app, c);
  const hidden = await buildActiveService(app, c);
  const person = await buildMember(app, a, 'technical');
  await app.ctx.transact(async (tx) => {
    await addMember(tx, { organization: b.id, person: person.id, role: 'member' });
    const narrowing = { services: [service], limit: null, until: null };
    await addMember(tx, { organization: c.id, person: person.id, role: 'technical', narrowing });
  });
  const ask = (of: typeof a, subject: string, serviceId: string | null = null) =>
    of.owner.post(of.at('/tickets'), { subject, text: 'Please.', serviceId });
  await ask(a, 'Seen as a colleague');
  await ask(b, 'Not followed');
  await ask(c, 'About the chosen', service);
  await ask(c, 'About another', hidden);
  const { body } = await person.get('/api/me/inbox');
  expect(body.items.map(({ subject }: { subject: string }) => subject).toSorted()).toEqual([
    'About the chosen',
    'Seen as a colleague',
  ]);
  const first = (await person.get('/api/me/inbox?limit=1')).body;
  const second = (await person.get(`/api/me/inbox?limit=1&after=${first.next}`)).body;
  expect(second.next).toBeNull();
  expect(new Set([first.items[0].id, second.items[0].id]).size).toBe(2);
});
