import { expect, it } from 'vitest';
import { provisionerSuite, requestFor } from '../suite.ts';
import { manual } from './manual.ts';

provisionerSuite('manual', () => ({
  driver: manual,
  configuration: {},
  garbage: [[{ url: 1 }, ['url']]],
  able: ['update', 'suspend', 'resume'],
  wanted: { plan: 'consulting', parameters: { hours: 10 } },
  changed: { plan: 'consulting', parameters: { hours: 20 } },
}));

it('asks for a person by operation', async () => {
  const outcome = await manual.connect({}, { fetch }).suspend!(requestFor({}));
  expect(outcome).toEqual({ state: 'needs_staff', instructions: 'provisioning.manual.suspend' });
});
