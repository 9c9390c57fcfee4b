import { expect } from 'vitest';
import type { TestApp } from '../kit/app.ts';
import type { TestOrganization } from '../kit/people.ts';

/**
 * Holds a story against what was recorded: each chapter names every fact about the organization since the chapter before. A fact
 * nobody expected fails as much as one that is missing. Facts of one moment are compared without their order.
 */
export function teller(app: TestApp, { id }: TestOrganization) {
  let position = 0n;
  return async (...expected: string[]): Promise<void> => {
    await app.settle();
    const { rows } = await app.app.pool.query<{ name: string; position: bigint }>(
      'select name, position from kernel.events where organization_id = $1 and position > $2 order by position',
      [id, position.toString()],
    );
    position = rows.at(-1)?.position ?? position;
    expect(rows.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    expect(app.failures).toEqual([]);
    for (const { name, violations } of app.app.product.invariants) {
      expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
    }
  };
}
