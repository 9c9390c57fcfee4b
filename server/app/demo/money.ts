import { testCardNamed } from '../../adapters/gateways/sandbox/gateway/test-cards.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { DemoClient } from './clients.ts';
import type { Actor, Story } from './story.ts';

const day = 86_400_000;
const zone = 'Asia/Jakarta';

/** A client while the story runs. */
export interface Cast {
  client: DemoClient;
  organization: Id<'organization'>;
  owner: Id<'person'>;
}

interface OpenInvoice {
  id: string;
  kind: string;
  client: { id: string };
  issuedOn: string;
  balance: { amount: number };
}

/** Those who pay do so some days after the invoice came, each in a way of its own. */
export async function payWhatIsDue(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly Cast[],
  daysAgo: number,
): Promise<void> {
  const finance = await story.as(staff.get('finance')!);
  const { items } = await finance.get('/api/console/invoices?status=open&limit=200');
  let atGateway = false;
  for (const invoice of items as OpenInvoice[]) {
    const payer = cast.find(({ organization }) => organization === invoice.client.id);
    if (!payer || !isPaidToday(story, payer, invoice, daysAgo)) continue;
    const { by } = payer.client.pays;
    if (by === 'counter') await payAtCounter(finance, payer, invoice);
    else if (by === 'transfer') await payByTransfer(story, finance, payer, invoice);
    else {
      await payAtGateway(story, await story.as(payer.owner), payer, invoice);
      atGateway = true;
    }
  }
  if (atGateway) await story.hearGateway();
}

function isPaidToday(story: Story, { client }: Cast, invoice: OpenInvoice, daysAgo: number): boolean {
  const { after, until, by } = client.pays;
  const age = Math.floor((story.today().getTime() - Date.parse(invoice.issuedOn)) / day);
  if (until !== undefined && daysAgo < until) return false;
  // An order is paid when it is placed, or it would be given up; what comes later waits as long as this client lets it.
  if (invoice.kind === 'order') return true;
  // A saved card is charged by itself.
  return by !== 'saved_card' && age >= after;
}

/** The business's own cashier or bank account, looked at by finance. */
async function payAtCounter(finance: Actor, { client }: Cast, invoice: OpenInvoice): Promise<void> {
  const extra = invoice.kind === 'renewal' ? (client.pays.tooMuch ?? 0) : 0;
  await finance.post('/api/console/payments', {
    invoice: invoice.id,
    amount: invoice.balance.amount + extra,
    method: 'Transfer BCA',
  });
}

async function payByTransfer(story: Story, finance: Actor, payer: Cast, invoice: OpenInvoice): Promise<void> {
  await reportTransfer(story, payer, invoice);
  const { items } = await finance.get(`/api/console/transfers?state=reported&client=${payer.organization}`);
  await finance.post(`/api/console/transfers/${items[0].id}/approve`, {
    amount: invoice.balance.amount,
    receivedOn: dateIn(zone, story.today()),
  });
}

async function reportTransfer(
  story: Story,
  { client, organization, owner }: Cast,
  invoice: OpenInvoice,
): Promise<void> {
  const member = await story.as(owner);
  await member.post(`/api/organizations/${organization}/invoices/${invoice.id}/transfers`, {
    amount: invoice.balance.amount,
    paidOn: dateIn(zone, story.today()),
    bank: 'Bank Mandiri',
    sender: client.name,
  });
}

const forms = {
  card: { method: 'card', form: 'card' },
  saved_card: { method: 'card', form: 'card' },
  virtual_account: { method: 'virtual_account', form: 'transfer' },
  qris: { method: 'qris', form: 'scan' },
  ewallet: { method: 'ewallet', form: 'wallet' },
} as const;

async function payAtGateway(story: Story, member: Actor, payer: Cast, invoice: OpenInvoice): Promise<void> {
  const { client, organization } = payer;
  const { method, form } = forms[client.pays.by as keyof typeof forms];
  const attempt = await member.post(`/api/organizations/${organization}/invoices/${invoice.id}/payments`, {
    gateway: 'sandbox',
    method,
    save: client.pays.by === 'saved_card',
  });
  const page: string = attempt.next.kind === 'redirect' ? attempt.next.url : attempt.next.pageUrl;
  await story.submit(page, form, form === 'card' ? cardOf(client) : { answer: 'approve' });
}

function cardOf(client: DemoClient): Record<string, string> {
  const { number } = testCardNamed('success')!;
  return { number, expiry: '12/34', cvc: '123', holder: client.owner.name };
}

/** Transfers that nobody has looked at yet: whose, and how long ago. */
const reported = [
  { client: 'CV Kopi Nusantara', daysAgo: 3 },
  { client: 'PT Sinar Rejeki Logistik', daysAgo: 1 },
];

/** Money that came to the gateway without saying what for. */
const stray = { daysAgo: 2, amount: 275_000n };

/** What finance gives for an outage. */
const given = { client: 'PT Sinar Rejeki Logistik', daysAgo: 1, amount: 150_000, days: 60 };

async function giveCredit(story: Story, finance: Actor, cast: readonly Cast[]): Promise<void> {
  const { organization } = cast.find(({ client }) => client.name === given.client)!;
  const until = new Date(story.today().getTime() + given.days * day);
  await finance.post(`/api/console/clients/${organization}/credit/goodwill`, {
    currency: 'IDR',
    amount: given.amount,
    reason: 'Gangguan jaringan minggu lalu',
    expiresOn: dateIn(zone, until),
  });
}

/** What was paid too much and is asked back: a colleague of finance has to let it go. */
const asked = { client: 'PT Bumi Arta Properti', daysAgo: 2, amount: 200_000 };

/** Leaves what finance finds on a morning: transfers to confirm, money to give back, and money to find the owner of. */
export async function tellOfMoney(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly Cast[],
  due: (thing: { daysAgo: number }) => boolean,
): Promise<void> {
  for (const report of reported.filter(due)) {
    const payer = cast.find(({ client }) => client.name === report.client)!;
    const member = await story.as(payer.owner);
    const { items } = await member.get(`/api/organizations/${payer.organization}/invoices?status=open`);
    await reportTransfer(story, payer, items[0]);
  }
  if (due(asked)) await askMoneyBack(await story.as(staff.get('finance')!), cast);
  if (due(given)) await giveCredit(story, await story.as(staff.get('finance')!), cast);
  if (!due(stray)) return;
  const { next } = await story.gateway.startPayment({
    attemptId: 'pameran-komputer-07',
    amount: stray.amount,
    currency: 'IDR',
    method: 'virtual_account',
    description: 'Pameran Komputer Jakarta',
    payer: { name: 'Toko Sumber Makmur', email: 'kasir@sumbermakmur.example' },
    returnUrl: 'https://sumbermakmur.example/',
    language: 'id',
    save: false,
    expiresAt: new Date(story.today().getTime() + day),
    now: story.today(),
  });
  if (next.kind === 'transfer') await story.submit(next.pageUrl!, 'transfer');
  await story.hearGateway();
}

async function askMoneyBack(finance: Actor, cast: readonly Cast[]): Promise<void> {
  const { client, organization } = cast.find((one) => one.client.name === asked.client)!;
  const { items } = await finance.get(`/api/console/payments?client=${organization}`);
  await finance.post(`/api/console/payments/${items[0].id}/refund`, {
    amount: asked.amount,
    reason: 'Kelebihan transfer bulan ini',
    to: { bank: 'Bank Jatim', account: '0012345678', holder: client.name },
  });
}
