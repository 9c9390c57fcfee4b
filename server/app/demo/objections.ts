import type { Id } from '../../kernel/values/ids.ts';
import type { Cast } from './money.ts';
import type { Story } from './story.ts';

/** A client whose card's bank took the newest payment back. */
const disputed = { client: 'Greenleaf Analytics Pte Ltd', daysAgo: 3 };

/** A client who does not agree with its newest open invoice. */
const contested = {
  client: 'Northwind Retail LLC',
  daysAgo: 2,
  reason: 'wrong_amount',
  message:
    'We are ten people since last month, and asked for ten seats on the phone. The invoice says twelve.',
};

/** Leaves what staff have to answer: a bank that took money back, and a client who finds an invoice wrong. */
export async function tellOfObjections(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly Cast[],
  due: (thing: { daysAgo: number }) => boolean,
): Promise<void> {
  const clientNamed = (name: string) => cast.find(({ client }) => client.name === name)!;
  if (due(disputed)) {
    const finance = await story.as(staff.get('finance')!);
    const { organization } = clientNamed(disputed.client);
    const payments = await finance.get(`/api/console/payments?client=${organization}`);
    const { attemptId } = await finance.get(`/api/console/payments/${payments.items[0].id}`);
    const { reference } = await finance.get(`/api/console/payment-attempts/${attemptId}`);
    await story.submit(`https://gateway.example/sandbox/pay/${reference}`, 'dispute', { act: 'all', id: '' });
    await story.hearGateway();
  }
  if (due(contested)) {
    const { organization, owner } = clientNamed(contested.client);
    const member = await story.as(owner);
    const base = `/api/organizations/${organization}/invoices`;
    const { items } = await member.get(`${base}?status=open`);
    const { reason, message } = contested;
    await member.post(`${base}/${items[0].id}/contests`, { reason, message, positions: [1] });
  }
}
