import type { Id } from '../../../kernel/values/ids.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { buildProduct, rupiah } from '../../catalog/test/goods.ts';
import { configure } from '../../catalog/index.ts';
import { activateService, addService } from '../../services/index.ts';
import type { UsageTaken } from '../contract.ts';

const both = (id: string, en: string) => ({ id, en });
const counts = { aggregation: 'sum', decimals: 1, rounding: 'up' };

export const traffic = {
  meter: 'traffic',
  model: 'graduated',
  tiers: [
    { upTo: '1000', each: '500', fixed: 0 },
    { upTo: null, each: '400', fixed: 0 },
  ],
  included: '100',
  minimum: 0,
};
export const seats = { meter: 'people', model: 'standard', each: '20000', included: '0', minimum: 0 };

/** A business that measures: four meters, a plan with traffic and people, and who reports. */
export async function setMeters(app: TestApp) {
  const operator = await buildStaff(app, 'operations');
  const meters = '/api/console/catalog/meters';
  const add = (code: string, over: object) =>
    operator.post(meters, { code, name: both(code, code), unit: both('GB', 'GB'), ...counts, ...over });
  await add('traffic', { name: both('Trafik', 'Traffic') });
  await add('people', { unit: both('orang', 'people'), aggregation: 'unique', decimals: 0 });
  await add('storage', { aggregation: 'max' });
  await add('disk', { aggregation: 'last' });
  const sell = async (charges: object[], over: { recurring?: number; trialDays?: number } = {}) => {
    const price = { ...rupiah('monthly', over.recurring ?? 150_000), charges };
    const product = { trialDays: over.trialDays ?? 0 };
    return (await buildProduct(operator, { product, plan: { prices: [price] } })).plan as Id<'plan'>;
  };
  const agreed = (plan: Id<'plan'>, quantity = 1) =>
    app.ctx.read((db) =>
      configure(db, {
        plan,
        quantity,
        currency: 'IDR',
        cycle: 'monthly',
        options: {},
        addons: [],
        at: app.clock.now(),
      }),
    );
  /** A service of a client, as an order makes it, that begins now. */
  const begin = async (client: TestOrganization, plan: Id<'plan'>, quantity = 1) => {
    const terms = await agreed(plan, quantity);
    const key = await app.ctx.transact(async (tx) => {
      const made = { organization: client.id, orderId: tx.newId() };
      const service = await addService(tx, { ...terms, ...made });
      await activateService(tx, { organization: client.id, service });
      return { organization: client.id, service };
    });
    await app.settle();
    return key;
  };
  let sent = 0;
  /** Of now where nothing is said. */
  const eventOf = (service: string, meter: string, quantity: string, over: object = {}) => ({
    id: `event-${++sent}`,
    service,
    meter,
    at: app.clock.now().toISOString(),
    quantity,
    ...over,
  });
  const report = async (...events: object[]): Promise<UsageTaken> =>
    (await operator.post('/api/console/usage/events', { events })).body;
  return { operator, meters, sell, agreed, begin, eventOf, report };
}
