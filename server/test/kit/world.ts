import { expect } from 'vitest';
import type { MemberRole } from '../../kernel/auth/roles.ts';
import { memberRoles } from '../../kernel/auth/roles.ts';
import type { AnyRoute } from '../../kernel/http/route.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { newId } from '../../kernel/values/ids.ts';
import { issueCreditNote } from '../../modules/billing/index.ts';
import { buildProduct } from '../../modules/catalog/test/goods.ts';
import { directoryOf, makeToken } from '../../modules/directory/test/connected.ts';
import { publishArticle } from '../../modules/knowledge/test/shelf.ts';
import { buildWebhook, letterFrom } from '../../modules/mailroom/test/world.ts';
import { addAndProve } from '../../modules/organizations/test/prove.ts';
import { chargeInvoice } from '../../modules/payments/commands/charge-automatically.ts';
import { deliver, issue, pageOf, pay, payByCard } from '../../modules/payments/test/world.ts';
import { campaignOf } from '../../modules/pricing/test/scene.ts';
import { buildActiveService } from '../../modules/services/test/build.ts';
import { openTicket, png, upload } from '../../modules/support/test/world.ts';
import type { TestApp } from './app.ts';
import { buildMember, buildOrganization, buildStaff } from './people.ts';
import type { TestOrganization, TestPerson } from './people.ts';

/** An organization in which there is one of everything, with a member of each role. */
export interface Inhabited extends TestOrganization {
  members: Record<MemberRole, TestPerson>;
  /** The token of the key with which its directory asks. */
  directoryToken: string;
}

/** One of everything that routes are about, for tests that go over all routes. */
export interface World {
  staff: TestPerson;
  found(over?: Parameters<typeof buildOrganization>[1]): Promise<Inhabited>;
  /** Ids for a route's parameters that exist: each set fills the whole path. `organization` null is all of them. */
  addresses(route: AnyRoute, organization: string, most?: number): Promise<string[]>;
}

export async function buildWorld(app: TestApp): Promise<World> {
  const staff = await buildStaff(app, 'administrator');
  const setUp = { product: { provisioner: 'sandbox', configuration: {} }, plan: { configuration: {} } };
  const { plan } = await buildProduct(staff, { ...setUp, option: {} });
  await staff.post('/api/console/catalog/addons', {
    code: 'backup',
    name: { id: 'Cadangan', en: 'Backup' },
    description: { id: '', en: '' },
    visible: true,
    position: 1,
    products: [],
    prices: [],
  });
  await receiveMails(app, staff);
  await staff.post('/api/console/promotions', {
    name: { id: 'Promo', en: 'Promotion' },
    trigger: 'code',
    code: 'WELCOME',
    percent: 1_000,
    amounts: null,
    coversSetup: false,
    periods: 1,
    stacking: 'combined',
    products: [],
    plans: [],
    cycles: [],
    newClients: false,
    startsOn: null,
    endsOn: null,
    most: null,
    mostEach: null,
  });
  await publishArticle(staff, {
    id: ['Cara masuk', 'Buka halaman.'],
    en: ['How to sign in', 'Open the page.'],
  });
  const kept = { title: 'Soon', shared: true };
  const soon = { id: 'Halo {{client}}, segera kami periksa.', en: 'Hi {{client}}, we are looking into it.' };
  await staff.post('/api/console/canned-replies', { ...kept, folder: '', texts: soon });
  await staff.post('/api/console/ticket-macros', { ...kept, acts: { note: 'Seen', reply: soon } });
  await callSomebody(staff);
  await staff.post('/api/console/terms', { text: { id: 'Syarat', en: 'Terms' } });
  await staff.post('/api/console/billing-runs');
  await staff.post('/api/console/rehearsals', { days: 1, assumption: 'stops', lateDays: null });
  await staff.post('/api/console/pricing/campaigns', campaignOf(plan));
  return {
    staff,
    found: (over) => inhabit(app, staff, plan, over),
    addresses: (route, organization, most = 3) => addressesOf(app, route, organization, most),
  };
}

async function inhabit(
  app: TestApp,
  staff: TestPerson,
  plan: string,
  over: Parameters<typeof buildOrganization>[1],
): Promise<Inhabited> {
  const made = await buildOrganization(app, over);
  const { owner, at } = made;
  const members = { owner } as Record<MemberRole, TestPerson>;
  for (const role of memberRoles) members[role] ??= await buildMember(app, made, role);

  const items = [{ plan, cycle: 'monthly', quantity: 1, options: { ram: '4gb' }, addons: [] }];
  const quote = await owner.post(at('/orders/quote'), { items });
  const { amount } = quote.body.total;
  const placed = await owner.post(at('/orders'), {
    items,
    expectedTotal: amount,
    termsVersion: quote.body.terms,
  });
  expect(placed.status, placed.text).toBe(201);
  await app.settle();
  const [invoice] = (await owner.get(at('/invoices?status=open'))).body.items;
  const attempt = await pay(made, invoice.id, { gateway: 'sandbox', method: 'card', save: true });
  await payByCard(app, attempt.body, 'success');
  await deliver(app);
  await refundSome(app, staff, made, invoice.id);
  // The bank only asks: what was paid stays paid.
  await app.ports.sandbox.submit(pageOf(attempt.body), 'dispute', { act: 'ask' });
  await deliver(app);
  const [dispute] = await idsFrom(app, sources['dispute']!, made.id);
  expect((await staff.post(`/api/console/disputes/${dispute}/evidence/collect`)).status).toBe(200);
  const renewal = await issue(app, made, { kind: 'renewal' });
  await chargeInvoice(app.ctx, { organization: made.id, invoice: renewal }, false);
  await deliver(app);
  await buildActiveService(app, made, {
    provisioner: 'manual',
    provisionerConfiguration: { plan: 'on-site' },
  });

  const credited = await issue(app, made);
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: made.id,
      invoice: credited,
      reason: 'other',
      lines: [{ position: 1, net: 1_000n }],
    }),
  );
  const contested = { reason: 'other', positions: [], message: 'Please look at it.' };
  expect((await owner.post(at(`/invoices/${credited}/contests`), contested)).status).toBe(201);
  const offered = await staff.post('/api/console/offers', {
    client: made.id,
    prospect: null,
    currency: 'IDR',
    title: 'More servers',
    validUntil: '2099-12-31',
    lines: [{ kind: 'plan', item: items[0], discount: null }],
  });
  expect((await staff.post(`/api/console/offers/${offered.body.id}/send`, undefined)).status).toBe(200);
  const waiting = await issue(app, made);
  const paidOn = app.clock.now().toISOString().slice(0, 10);
  await owner.post(at(`/invoices/${waiting}/transfers`), {
    amount: 250_000,
    paidOn,
    bank: 'BCA',
    sender: 'Ani',
    proof: 'TRX 1',
  });
  pageOf((await pay(made, await issue(app, made), 'qris')).body);
  const file = await upload(app, owner, at('/uploads?name=layar.png'), png);
  const ticket = await openTicket(made, owner, { files: [file.body.id] });
  await staff.post(`${ticket.console}/escalations`, { level: 1, reason: 'They wait.' });
  const invited = { email: `invited-${made.slug}@example.com`, role: 'member' };
  expect((await owner.post(at('/invitations'), invited)).status).toBe(201);
  await addAndProve(app, made, `${made.slug}.example`);
  const key = { name: 'Backup', permissions: ['services.service.read'] };
  expect((await owner.post(at('/keys'), key)).status).toBe(201);
  const directoryToken = await connectDirectory(app, made);
  await app.settle();
  return { ...made, members, directoryToken };
}

/** A rota with somebody who stands in, and a rule that escalates nothing. */
async function callSomebody(staff: TestPerson): Promise<void> {
  const rota = await staff.post('/api/console/on-call-rotas', {
    name: 'Nights',
    zone: 'Asia/Jakarta',
    turn: 'day',
    handover: '20:00',
    beginsOn: '2026-01-01',
    people: [staff.id],
  });
  const swap = { fromOn: '2099-01-01', untilOn: '2099-01-02', personId: staff.id };
  await staff.post(`/api/console/on-call-rotas/${rota.body.id}/swaps`, swap);
  await staff.post('/api/console/escalation-rules', {
    title: 'Off',
    position: 1,
    active: false,
    conditions: { match: 'all', tests: [] },
    ageMinutes: 60,
    goal: null,
    goalOffset: null,
    reopenings: null,
    level: 1,
    way: 'hierarchical',
    acts: {},
  });
}

/** A mailbox with a mail that waits, and somebody whose mails come to nothing. */
async function receiveMails(app: TestApp, staff: TestPerson): Promise<void> {
  const { deliver } = await buildWebhook(app, staff);
  await deliver(letterFrom('stranger@elsewhere.example'));
  await deliver(letterFrom('spammer@elsewhere.example'));
  const { items } = (await staff.get('/api/console/received-mails?q=spammer')).body;
  const mails = [items[0].id];
  await staff.post('/api/console/received-mails/discard', { mails, blockSenders: true });
}

/** A part of what was paid, on its way back by a transfer with its proof. */
async function refundSome(
  app: TestApp,
  staff: TestPerson,
  made: TestOrganization,
  invoice: Id<'invoice'>,
): Promise<void> {
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: made.id,
      invoice,
      reason: 'other',
      lines: [{ position: 1, net: 1_000n }],
    }),
  );
  const [payment] = await idsFrom(app, sources['payment']!, made.id);
  const to = { bank: 'BCA', account: '1234567890', holder: 'Ani' };
  const asked = await staff.post(`/api/console/payments/${payment}/refund`, {
    amount: 1_000,
    reason: 'Too much',
    to,
  });
  expect(asked.status, asked.text).toBe(202);
  const url = `/api/console/refunds/${asked.body.refunds[0].id}`;
  const second = await buildStaff(app, 'finance');
  expect((await second.post(`${url}/approve`)).status).toBe(200);
  const headers = { 'content-type': 'application/octet-stream' };
  expect((await second.post(`${url}/proof?name=bukti.png`, png, { headers })).status).toBe(200);
}

/** A user and a group of the organization's directory. */
async function connectDirectory(app: TestApp, made: TestOrganization): Promise<string> {
  const token = await makeToken(made);
  const directory = directoryOf(app, made, token);
  const user = await directory.post('/Users', { userName: `directory@${made.slug}.example` });
  const group = { displayName: `Directory ${made.slug}`, members: [{ value: user.body.id }] };
  expect((await directory.post('/Groups', group)).status).toBe(201);
  return token;
}

/** Where ids of parameters come from: a table, or a query of the word the address has. */
const sources: Record<string, string> = {
  addon: 'select id from catalog.addons',
  apiKey: 'select id from organizations.api_keys where organization_id = $1',
  article: 'select id from knowledge.articles',
  attempt: 'select id from payments.attempts where organization_id = $1',
  charge: 'select invoice_id as id from payments.automatic_charges where organization_id = $1',
  campaign: 'select id from pricing.campaigns',
  category: 'select id from knowledge.categories',
  client: 'select $1::text as id',
  child: 'select id from organizations.organizations where parent_id = $1',
  contest: 'select id from billing.contests where organization_id = $1',
  connection: 'select id from provisioning.connections',
  copied: 'select id from support.copied where organization_id = $1',
  creditNote: 'select id from billing.credit_notes where organization_id = $1',
  dispute: 'select id from payments.disputes where organization_id = $1',
  domain: 'select id from organizations.domains where organization_id = $1',
  escalation: 'select id from escalation.escalations',
  escalationRule: 'select id from escalation.rules',
  file: 'select id from support.attachments where organization_id = $1',
  gateway: `select 'sandbox' as id`,
  group: 'select id from catalog.groups',
  invitation: 'select id from organizations.invitations where organization_id = $1',
  invoice: 'select id from billing.invoices where organization_id = $1',
  key: `select unnest(array['brand', 'services.rules']) as id`,
  kind: `select 'reply' as id`,
  locale: `select 'id' as id`,
  level: 'select 1 as id',
  macro: 'select id from automation.macros',
  cannedReply: 'select id from automation.replies',
  blockedSender: 'select id from mailroom.blocked_senders',
  mail: 'select id from notifications.mails',
  mailbox: 'select id from mailroom.mailboxes',
  message: 'select id from support.messages where organization_id = $1 and not internal',
  method: 'select id from payments.saved_methods where organization_id = $1',
  move: 'select id from pricing.moves where organization_id = $1',
  number: 'select 1 as id',
  offer: 'select id from offers.offers where organization_id = $1',
  option: 'select id from catalog.options',
  order: 'select id from orders.orders where organization_id = $1',
  organization: 'select $1::text as id',
  payment: 'select id from payments.payments where organization_id = $1',
  person: 'select person_id as id from organizations.members where organization_id = $1',
  plan: 'select id from catalog.plans',
  product: 'select id from catalog.products',
  promotion: 'select id from promotions.promotions',
  queue: 'select name as id from support.queues',
  receivedMail: 'select id from mailroom.mails',
  receipt: 'select id from billing.receipts where organization_id = $1',
  refund: 'select id from payments.refunds where organization_id = $1',
  rehearsal: 'select id from rehearsal.rehearsals',
  resourceType: `select 'User' as id`,
  rota: 'select id from escalation.rotas',
  rule: 'select id from automation.rules',
  run: 'select id from billing.runs',
  schema: `select 'urn:ietf:params:scim:schemas:core:2.0:User' as id`,
  scimGroup: 'select id from directory.groups where organization_id = $1',
  scimUser: 'select id from directory.users where organization_id = $1',
  service: 'select id from services.services where organization_id = $1',
  session: 'select id from identity.sessions',
  slug: 'select slug as id from catalog.products',
  swap: 'select id from escalation.swaps',
  task: 'select id from provisioning.staff_tasks where organization_id = $1',
  ticket: 'select id from support.tickets where organization_id = $1',
  token: `select 'a-token-that-nobody-was-given' as id`,
  topic: `select 'billing' as id`,
  transfer: 'select id from payments.transfers where organization_id = $1',
  unmatched: 'select id from payments.unmatched',
};
/** Of what there is nothing in this world. */
const nobodys = `select '${newId(new Date(0))}' as id`;
/** Readers of the knowledge base know words, not ids. */
const words: Record<string, string> = {
  article: 'select slug as id from knowledge.articles',
  category: 'select slug as id from knowledge.categories',
};

async function addressesOf(
  app: TestApp,
  { path }: AnyRoute,
  organization: string,
  most: number,
): Promise<string[]> {
  let found = [path as string];
  for (const [, name] of path.matchAll(/:([a-z]+)/gi)) {
    const source = (path.startsWith('/api/knowledge/') && words[name!]) || (sources[name!] ?? nobodys);
    const ids = await idsFrom(app, source, organization);
    found = found.flatMap((text) => ids.slice(0, most).map((id) => text.replace(`:${name}`, id)));
  }
  return found;
}

async function idsFrom(app: TestApp, source: string, organization: string): Promise<string[]> {
  const values = source.includes('$1') ? [organization] : [];
  const { rows } = await app.app.pool.query<{ id: unknown }>(
    `select id::text from (${source}) as found order by 1`,
    values,
  );
  return rows.map(({ id }) => String(id));
}
