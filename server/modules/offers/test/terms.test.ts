import { expect, test } from 'vitest';
import { addMonths } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from '../../orders/test/scene.ts';
import { signInAgain } from '../../services/test/build.ts';
import type { StaffOffer } from '../contract.ts';
import { base, planLine, setDesk } from './scene.ts';

const app = await createTestApp();
const { operator, sell, show, pay } = await setScene(app);
const { writer, bodyOf, send, see, accept } = await setDesk(app);
const term = { months: 12, follows: 'renews', noticeDays: 30, early: { kind: 'percent', percent: 5_000 } };
const server = await sell({
  plan: { prices: [rupiah('monthly', 200_000), rupiah('annual', 2_000_000)], term },
});
const own = {
  months: 24,
  follows: 'ends',
  noticeDays: 0,
  early: { kind: 'fixed', amounts: [{ currency: 'IDR', amount: 300_000 }] },
  onDebt: true,
};
const today = () => app.clock.now().toISOString().slice(0, 10) as CalendarDate;

/** Its service, once the offer was accepted and paid. */
async function serviceOf(lines: object[]) {
  const client = await buildOrganization(app);
  const sent = await send(client.id, lines);
  const offer = await see(client, sent.id);
  const order = await show(client, (await accept(client, sent.id)).body.orderId!);
  await pay(client, order.invoice!.id);
  const at = client.at(`/services/${order.items[0]!.serviceId}`);
  const look = async () => (await (await signInAgain(app, client.owner)).get(at)).body;
  return { client, offer, sent, at, look };
}

test('an offered plan says its term in both languages, and the accepted offer’s service has exactly it', async () => {
  const { client, offer, look } = await serviceOf([planLine(server.plan)]);
  expect(offer.shown.terms).toEqual([
    {
      names: offer.shown.plans[0],
      term: { months: 12, follows: 'renews', noticeDays: 30, early: { kind: 'percent', percent: 5_000 } },
      words: {
        id: expect.stringContaining('Kontrak 12 bulan, lalu diperpanjang'),
        en: 'A term of 12 months, then it is renewed for as long, unless refused 30 days before its end; leaving early costs 50% of what remains.',
      },
    },
  ]);
  expect((await look()).term).toMatchObject({
    months: 12,
    follows: 'renews',
    endsOn: addMonths(today(), 12),
    early: { kind: 'percent', percent: 5_000 },
  });
  for (const lang of ['id', 'en']) {
    const paper = await client.owner.get(client.at(`/offers/${offer.id}/document?lang=${lang}`));
    expect(paper.status).toBe(200);
  }
});

test('a term of the offer’s own holds whatever the plan becomes; leaving it costs what the offer says', async () => {
  const { client, offer, sent, at, look } = await serviceOf([planLine(server.plan, { term: own })]);
  expect(offer.shown.terms[0]!.words.en).toMatch(/24 months, then it ends; leaving early costs .*300,000/);
  expect(sent.lines).toMatchObject([{ kind: 'plan', term: own }]);
  const plan = (await operator.get(`/api/console/catalog/products/${server.id}`)).body.plans[0];
  await operator.patch(`/api/console/catalog/plans/${server.plan}`, plan.version, { term: null });
  expect((await look()).term).toMatchObject({ months: 24, endsOn: addMonths(today(), 24) });
  await app.clock.advance({ days: 1 });
  const owner = await signInAgain(app, client.owner);
  const shown = (await owner.post(`${at}/changes/preview`, { what: 'end' })).body;
  expect(shown.lines.at(-1)).toMatchObject({ rule: 'leaving', amount: { amount: 300_000 } });
  await operator.patch(`/api/console/catalog/plans/${server.plan}`, plan.version + 1, { term });
});

test('without a term nobody is bound, and one that is no whole number of periods is refused', async () => {
  const { offer, look } = await serviceOf([planLine(server.plan, { term: 'none' })]);
  expect(offer.shown.terms).toEqual([]);
  expect(await look()).toMatchObject({ term: null, can: { cancelAtPeriodEnd: true } });
  const client = await buildOrganization(app);
  const item = { plan: server.plan, cycle: 'annual', quantity: 1, options: {}, addons: [] };
  const wrong = [planLine(server.plan, { item, term: { ...own, months: 18 } })];
  const refused = await writer.post<StaffOffer>(base, bodyOf(client.id, wrong));
  expect(refused.body).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'lines.0.term.months', code: 'whole_periods' }],
  });
});
