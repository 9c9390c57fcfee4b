import { afterAll } from 'vitest';
import { Receiver } from '../../adapters/provisioners/webhook/test/receiver.ts';
import { withClientarea } from '../../app/cli/with-clientarea.ts';
import { readConfig } from '../../app/config.ts';
import { buildProduct } from '../../modules/catalog/test/goods.ts';
import { buildOrganization, buildStaff } from '../kit/people.ts';

export interface Buyer {
  organization: string;
  cookie: string;
}

export interface Shop {
  /** Who orders, each for an organization of its own. */
  buyers: Buyer[];
  /** What they send to order it. */
  order: object;
  /** The vendor's system that sets up what was paid. */
  vendor: Receiver;
}

/** A shop in an empty data folder, made through the commands of real use by a Clientarea that serves nobody. */
export async function openShop(data: string, buyerCount: number): Promise<Shop> {
  const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
  const vendor = new Receiver(secret, new Date());
  const url = await vendor.listen();
  afterAll(() => vendor.close());
  const config = readConfig({ CLIENTAREA_DATA: data, CLIENTAREA_DEMO: 'off' });
  return withClientarea(config, async (app) => {
    const stage = { app, ctx: app.system('test') };
    const staff = await buildStaff(stage, 'administrator');
    await staff.post('/api/console/provisioning/connections', {
      code: 'panel',
      name: 'Panel',
      provisioner: 'webhook',
      configuration: { url, secret },
    });
    const product = { provisioner: 'webhook', configuration: { connection: 'panel', plan: 'small' } };
    const { plan } = await buildProduct(staff, { product, plan: { configuration: {} } });
    const items = [{ plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] }];
    let expectedTotal = 0;
    const buyers: Buyer[] = [];
    for (let count = 0; count < buyerCount; count++) {
      const { id, owner, at } = await buildOrganization(stage);
      expectedTotal ||= (await owner.post(at('/orders/quote'), { items })).body.total.amount;
      buyers.push({ organization: id, cookie: owner.cookie! });
    }
    return { buyers, order: { items, expectedTotal, termsVersion: null }, vendor };
  });
}
