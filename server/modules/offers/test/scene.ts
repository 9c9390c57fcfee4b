import type { TestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { Offer, StaffOffer } from '../contract.ts';

export const base = '/api/console/offers';

export const planLine = (plan: string, over: object = {}) => ({
  kind: 'plan',
  item: { plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] },
  discount: null,
  ...over,
});

export const freeLine = (over: object = {}) => ({
  kind: 'free',
  description: { id: 'Pemindahan data', en: 'Moving the data' },
  quantity: 1,
  unitPrice: 500_000,
  category: 'standard',
  ...over,
});

/** Somebody of the staff who writes offers. */
export async function setDesk(test: TestApp) {
  const writer = await buildStaff(test, 'finance');
  const bodyOf = (client: string | null, lines: object[], over: object = {}) => ({
    client,
    prospect: null,
    currency: 'IDR',
    title: 'Servers for the branch',
    introduction: 'As discussed.',
    terms: 'Set-up within a week.',
    validUntil: '2099-12-31',
    lines,
    ...over,
  });
  async function send(client: string | null, lines: object[], over: object = {}): Promise<StaffOffer> {
    const draft = await writer.post<StaffOffer>(base, bodyOf(client, lines, over));
    if (draft.status !== 201) throw new Error(draft.text);
    const sent = await writer.post<StaffOffer>(`${base}/${draft.body.id}/send`, undefined);
    if (sent.status !== 200) throw new Error(sent.text);
    return sent.body;
  }
  const see = async (of: TestOrganization, id: string) =>
    (await of.owner.get<Offer>(of.at(`/offers/${id}`))).body;
  async function accept(of: TestOrganization, id: string, client = of.owner) {
    const offer = await see(of, id);
    return client.post<Offer>(of.at(`/offers/${id}/accept`), {
      name: 'Rina Wijaya',
      expectedTotal: offer.total.amount,
      termsVersion: offer.termsVersion,
    });
  }
  return { writer, bodyOf, send, see, accept };
}
