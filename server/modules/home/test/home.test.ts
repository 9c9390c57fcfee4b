import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { issueInvoice } from '../../billing/index.ts';

const app = await createTestApp();
const mine = await buildOrganization(app, { name: 'Sinar' });
await app.ctx.transact((tx) =>
  issueInvoice(tx, {
    organization: mine.id,
    kind: 'manual',
    orderId: null,
    lines: [
      {
        serviceId: null,
        description: { id: 'Jasa', en: 'Work' },
        period: null,
        quantity: 1,
        unitPrice: 100_000n,
        taxable: false,
      },
    ],
  }),
);
await app.settle();

test('the owner sees what is owed; a technical manager does not', async () => {
  const dashboard = await mine.owner.get(mine.at('/dashboard'));
  expect(dashboard.status).toBe(200);
  expect(dashboard.body.money).toMatchObject({
    currencies: [{ currency: 'IDR', open: 100_000, openCount: 1, overdueCount: 0 }],
    due: [{ title: { en: 'Work' }, balance: { amount: 100_000, currency: 'IDR' } }],
  });
  expect(dashboard.body.onboarding).toMatchObject({ details: false, ordered: false, paid: false });
  const technical = await buildMember(app, mine, 'technical');
  const limited = await technical.get(mine.at('/dashboard'));
  expect(limited.body.money).toBeNull();
  expect(limited.body.services).toMatchObject({ active: 0, latest: [] });
});

test('the palette finds an invoice by part of its number, for those who may see it', async () => {
  const number = (await mine.owner.get(mine.at('/invoices'))).body.items[0].number as string;
  const found = await mine.owner.get(mine.at(`/search?q=${number.slice(-4)}`));
  expect(found.body.items).toMatchObject([{ kind: 'invoice', title: number }]);
  const technical = await buildMember(app, mine, 'technical');
  expect((await technical.get(mine.at(`/search?q=${number.slice(-4)}`))).body.items).toEqual([]);
  const other = await buildOrganization(app);
  expect((await other.owner.get(other.at(`/search?q=${number.slice(-4)}`))).body.items).toEqual([]);
  const support = await buildStaff(app, 'support');
  expect((await support.get('/api/console/search?q=sina')).body.items).toMatchObject([
    { kind: 'client', title: 'Sinar' },
  ]);
});

test('staff see what waits for them by role', async () => {
  const finance = await buildStaff(app, 'finance');
  const today = await finance.get('/api/console/today');
  expect(today.body).toMatchObject({
    money: { transfers: 0, unmatched: 0, refunds: 0 },
    clients: { joined: 2 },
    tasks: null,
  });
});

test('the palette finds published articles: by slug for clients, by id for staff', async () => {
  const editor = await buildStaff(app, 'support');
  const base = '/api/console/knowledge';
  const bilingual = { id: 'Teknis', en: 'Technical' };
  const category = { slug: 'technical', name: bilingual, description: { id: '', en: '' }, icon: null };
  const { body: categories } = await editor.post(`${base}/categories`, category);
  const text = { title: 'Point a domain to us', body: 'Set the nameservers.', shown: true };
  const { body: article } = await editor.post(`${base}/articles`, {
    slug: 'point-a-domain',
    category: categories.items[0].id,
    visibility: 'public',
    tags: [],
    texts: { id: { title: '', body: '', shown: false }, en: text },
  });
  const find = async (who: typeof editor, at: string) => (await who.get(`${at}?q=doma`)).body.items;
  expect(await find(mine.owner, mine.at('/search'))).toEqual([]);
  await editor.post(`${base}/articles/${article.id}/publish`, undefined, { version: 1 });
  const found = { kind: 'article', title: 'Point a domain to us', detail: 'Technical', organization: null };
  expect(await find(mine.owner, mine.at('/search'))).toEqual([{ ...found, id: 'point-a-domain' }]);
  expect(await find(editor, '/api/console/search')).toEqual([{ ...found, id: article.id }]);
});
