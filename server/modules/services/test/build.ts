import { newId, type Id } from '../../../kernel/values/ids.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import { anonymous, type TestClient } from '../../../test/kit/client.ts';
import { signedIn } from '../../../test/kit/people.ts';
import type { TestOrganization, TestPerson } from '../../../test/kit/people.ts';
import { activateService, addService, type NewService } from '../index.ts';

/** A service as an order would add it: a monthly one at Rp150.000. */
export function buildService(
  test: TestApp,
  organization: TestOrganization,
  over: Partial<NewService> = {},
): Promise<Id<'service'>> {
  return test.ctx.transact((tx) =>
    addService(tx, {
      organization: organization.id,
      orderId: newId(tx.now),
      planId: newId(tx.now),
      names: { id: 'VPS · Kecil', en: 'VPS · Small' },
      quantity: 1,
      choices: { options: [], addons: [] },
      currency: 'IDR',
      cycle: 'monthly',
      recurring: 150_000n,
      trialDays: 0,
      taxable: true,
      provisioner: 'sandbox',
      provisionerConfiguration: {},
      ...over,
    }),
  );
}

export async function buildActiveService(
  test: TestApp,
  organization: TestOrganization,
  over: Partial<NewService> = {},
): Promise<Id<'service'>> {
  const service = await buildService(test, organization, over);
  await test.ctx.transact((tx) => activateService(tx, { organization: organization.id, service }));
  return service;
}

/** The same person with a new session, after more days than a session lasts. */
export async function signInAgain(test: TestApp, person: TestPerson): Promise<TestClient> {
  const token = await test.ctx.transact((tx) => signedIn(tx, person.id));
  return anonymous(test.app, `clientarea=${token}`);
}
