import { describe, expect, it } from 'vitest';
import { later } from '../../../modules/provisioning/domain/backoff.ts';
import type { JsonObject } from '../../../modules/provisioning/provisioner.ts';
import { follow, provisionerSuite, requestFor, suiteTime } from '../suite.ts';
import { sandbox } from './sandbox.ts';

const manners: JsonObject[] = [{}, { delaySeconds: 90 }, { outcome: 'unknown', delaySeconds: 30 }];
for (const parameters of manners) {
  provisionerSuite(`sandbox ${JSON.stringify(parameters)}`, () => ({
    driver: sandbox,
    configuration: {},
    garbage: [[{ mode: 'fast' }, ['mode']]],
    able: ['update', 'suspend', 'resume', 'catalog'],
    wanted: { plan: 'small', parameters },
    changed: { plan: 'large', parameters },
  }));
}

describe('trouble to order', () => {
  const vendor = sandbox.connect({}, { fetch });
  const provision = (parameters: JsonObject, attempt = 1) =>
    vendor.provision(requestFor({ parameters }, { attempt }));

  it('ends as told for the first sendings, and well afterwards', async () => {
    for (const outcome of ['retry', 'permanent', 'orphan'] as const) {
      const parameters = { outcome, failTimes: 2 };
      expect(await provision(parameters, 2)).toMatchObject({ state: 'failed', class: outcome });
      expect(await provision(parameters, 3)).toMatchObject({ state: 'done' });
      expect(await provision({ outcome }, 99)).toMatchObject({ state: 'failed' });
    }
    expect(await provision({ outcome: 'lost' })).toMatchObject({ state: 'unknown', pending: null });
    expect(await provision({ outcome: 'staff' })).toMatchObject({ state: 'needs_staff' });
  });

  it('may concern one operation only, and a failure may take its time', async () => {
    const request = requestFor({ parameters: { outcome: 'permanent', on: ['suspend'], delaySeconds: 60 } });
    expect(await follow(vendor, request, await vendor.provision(request))).toMatchObject({ state: 'done' });
    const begun = await vendor.suspend!(request);
    expect(begun.state).toBe('accepted');
    expect(await follow(vendor, request, begun)).toMatchObject({ state: 'failed', class: 'permanent' });
  });

  it('can be stuck for ever', async () => {
    const begun = await provision({ outcome: 'stuck' });
    if (begun.state !== 'accepted') throw new Error(begun.state);
    const now = later(suiteTime, 1e8);
    expect(await vendor.poll!({ ...requestFor({}), now }, { ...begun, since: suiteTime })).toMatchObject({
      state: 'accepted',
      deadline: later(suiteTime, 3600),
    });
  });

  it('refuses orders it does not understand', async () => {
    expect(await provision({ outcome: 'explode', delaySeconds: -1 })).toMatchObject({
      state: 'failed',
      class: 'permanent',
      code: 'invalid_parameters',
      message: expect.stringMatching(/outcome: .*; delaySeconds: /),
    });
  });
});
