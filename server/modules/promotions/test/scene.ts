import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { PromotionBody, PromotionShape } from '../contract.ts';
import { promotions } from '../module.ts';

export const base = '/api/console/promotions';

/** Ten percent off for everybody with a code, always. */
export const bodyOf = (over: object = {}) => ({
  name: { id: 'Diskon pembuka', en: 'Opening discount' },
  trigger: 'code',
  code: 'OPENING',
  percent: 1_000,
  amounts: null,
  minimums: {},
  coversSetup: false,
  periods: null,
  stacking: 'combined',
  products: [],
  plans: [],
  cycles: [],
  newClients: false,
  startsOn: null,
  endsOn: null,
  most: null,
  mostEach: null,
  ...over,
});

/** Somebody of the finance staff who makes promotions. */
export async function setCounter(test: TestApp) {
  const keeper = await buildStaff(test, 'finance');
  async function offer(over: Partial<Record<keyof PromotionBody, unknown>> = {}): Promise<PromotionShape> {
    const made = await keeper.post<PromotionShape>(base, bodyOf(over));
    expect(made.status, made.text).toBe(201);
    return made.body;
  }
  const see = async (id: string) => (await keeper.get<PromotionShape>(`${base}/${id}`)).body;
  async function expectSoundCounts(): Promise<void> {
    for (const { name, violations } of promotions.invariants!)
      expect(await test.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  }
  return { keeper, offer, see, expectSoundCounts };
}
