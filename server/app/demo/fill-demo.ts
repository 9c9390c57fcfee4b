import { randomBytes } from 'node:crypto';
import { brand } from '../../kernel/brand.ts';
import { writeSetting } from '../../kernel/settings.ts';
import { addDays, date } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import {
  addProvenPerson,
  endSessions,
  hashPassword,
  makeAdministrator,
} from '../../modules/identity/index.ts';
import { addMember, createOrganization } from '../../modules/organizations/index.ts';
import type { Ingredients } from '../compose.ts';
import { readablePassword } from '../readable-password.ts';
import type { SandboxGateway } from '../sandbox-gateway.ts';
import { fillCatalog } from './catalog.ts';
import { payWhatIsDue, tellOfMoney } from './money.ts';
import type { Cast } from './money.ts';
import { clients, staffMembers } from './clients.ts';
import type { DemoClient, DemoPerson } from './clients.ts';
import { tellOfObjections } from './objections.ts';
import { beginStory } from './story.ts';
import type { Actor, Story } from './story.ts';
import { escalateOne } from './escalation.ts';
import { askForCredit, tellDesk } from './desk.ts';
import { tellArticles } from './knowledge.ts';
import { tellRatings } from './ratings.ts';
import { tellSelling } from './selling.ts';
import { tellMails } from './mail.ts';
import { shareWork } from './team.ts';
import { sortClients } from './tiers.ts';
import { tellTime } from './time.ts';
import { tellTickets } from './tickets.ts';
import { tellUsage } from './usage.ts';
import { bookKeeping, nusantaraCloud, seller, taxes, terms } from './business.ts';

const day = 86_400_000;
const daysOfHistory = 725;
/** Days of one step: long ones for what is long past, single days for the last weeks. */
const stepFor = (daysAgo: number) => (daysAgo > 45 ? 6 : daysAgo > 21 ? 3 : 1);

/** Days before today on which everybody last looked at their notices. */
const lastRead = 5;

export interface DemoSignIn {
  who: string;
  email: string;
  password: string;
}

/**
 * Tells two years of "Nusantara Cloud" through the API, the jobs and the sweeps of real use, on a clock that begins in the past and
 * ends now. Always the same business; only ids and passwords differ. Returns who may sign in, with fresh passwords.
 */
export async function fillDemo(made: Ingredients, sandbox: SandboxGateway): Promise<DemoSignIn[]> {
  const now = made.clock.now();
  const story = await beginStory(made, sandbox, new Date(now.getTime() - daysOfHistory * day));
  try {
    const signIns = await new Passwords().give(
      [...staffMembers, ...clients.flatMap(peopleOf)].map(({ email }) => email),
    );
    const staff = await hireStaff(story, signIns);
    const administrator = await story.as(staff.get('administrator')!);
    await openBusiness(story, administrator);
    const plans = await fillCatalog(administrator, randomBytes(32).toString('base64'));
    await live(story, staff, plans, signIns);
    await tellMails(story, await story.as(staff.get('administrator')!));
    await sortClients(await story.as(staff.get('administrator')!));
    await tellTime(await story.as(staff.get('administrator')!), await story.as(staff.get('support')!), now);
    await story.settle();
    await tellDesk(await story.as(staff.get('support')!));
    await askForCredit(await story.as(staff.get('support')!));
    await shareWork(story, await story.as(staff.get('administrator')!), staff.get('support')!);
    await escalateOne(await story.as(staff.get('support')!), await story.as(staff.get('administrator')!));
    await story.ctx.transact(async (tx) => {
      for (const { person } of signIns.values()) if (person) await endSessions(tx, person);
    });
    return shown(signIns);
  } finally {
    await story.end();
  }
}

type SignIns = Map<string, { password: string; hash: string; person?: Id<'person'> }>;

class Passwords {
  /** A password for each address, hashed two at a time. */
  async give(emails: readonly string[]): Promise<SignIns> {
    const entries = await Promise.all(
      emails.map(async (email) => {
        const password = readablePassword();
        return [email, { password, hash: await hashPassword(password) }] as const;
      }),
    );
    return new Map(entries);
  }
}

function peopleOf({ owner, colleagues = [] }: DemoClient): DemoPerson[] {
  return [owner, ...colleagues];
}

async function hireStaff(story: Story, signIns: SignIns): Promise<Map<string, Id<'person'>>> {
  const hired = new Map<string, Id<'person'>>();
  await story.ctx.transact(async (tx) => {
    for (const { role, ...person } of staffMembers) {
      const known = signIns.get(person.email)!;
      known.person = await makeAdministrator(
        tx,
        { ...person, locale: 'id', timeZone: 'Asia/Jakarta' },
        known.hash,
        [role],
      );
      hired.set(role, known.person);
    }
  });
  return hired;
}

async function openBusiness(story: Story, administrator: Actor): Promise<void> {
  await story.ctx.transact((tx) => writeSetting(tx, brand, nusantaraCloud, 0));
  await administrator.put('/api/console/billing-settings/seller', 0, seller);
  await administrator.put('/api/console/billing-settings/invoicing', 0, bookKeeping);
  await administrator.put('/api/console/billing-settings/tax', 0, taxes);
  await administrator.post('/api/console/terms', { text: terms });
}

async function live(
  story: Story,
  staff: Map<string, Id<'person'>>,
  plans: Map<string, string>,
  signIns: SignIns,
): Promise<void> {
  const cast: Cast[] = [];
  for (let daysAgo = daysOfHistory; daysAgo >= 0; daysAgo -= stepFor(daysAgo)) {
    const until = daysAgo - stepFor(daysAgo);
    const due = <Thing extends { daysAgo: number }>(thing: Thing) =>
      thing.daysAgo <= daysAgo && thing.daysAgo > until;
    for (const client of clients) {
      if (due({ daysAgo: client.joinedDaysAgo })) cast.push(await join(story, client, cast, signIns));
    }
    let ordered = false;
    for (const member of cast) {
      for (const order of member.client.orders) {
        if (!due(order)) continue;
        await place(story, member, order, plans, signIns);
        ordered = true;
      }
      const { parentPaysSince } = member.client;
      if (parentPaysSince !== undefined && due({ daysAgo: parentPaysSince })) {
        const finance = await story.as(staff.get('finance')!);
        await finance.put(`/api/console/clients/${member.organization}/payer`, 0, { pays: 'parent' });
      }
      for (const cancel of member.client.cancels ?? [])
        if (due(cancel)) await cancelService(story, member, cancel);
      for (const pause of member.client.pauses ?? [])
        if (due(pause)) await pauseService(story, member, pause);
    }
    if (ordered) await story.settle();
    await payWhatIsDue(story, staff, cast, daysAgo);
    await tellOfMoney(story, staff, cast, due);
    await tellOfObjections(story, staff, cast, due);
    await tellUsage(story, staff, stepFor(daysAgo));
    await tellSelling(story, staff, cast, plans, due);
    await tellTickets(story, staff, cast, due);
    await tellRatings(story, cast);
    await tellArticles(story, staff, cast, due);
    await story.endDay({ onlyBilling: stepFor(daysAgo) === 6 });
    if (ordered) await doTasks(story, staff);
    if (daysAgo === lastRead) await readNotices(story, signIns);
    if (daysAgo > 0) await story.pass(Math.min(daysAgo, stepFor(daysAgo)));
  }
}

/** Who is active has seen what happened until lately. */
async function readNotices(story: Story, signIns: SignIns): Promise<void> {
  for (const { person } of signIns.values()) {
    if (person) await (await story.as(person)).put('/api/me/notices/read', 0, {});
  }
}

async function join(
  story: Story,
  client: DemoClient,
  cast: readonly Cast[],
  signIns: SignIns,
): Promise<Cast> {
  const parent = cast.find((one) => one.client.name === client.parent);
  return story.ctx.transact(async (tx) => {
    const people = [];
    for (const person of peopleOf(client)) {
      const known = signIns.get(person.email)!;
      const { name, email, locale } = person;
      known.person = await addProvenPerson(tx, { name, email, locale, timeZone: 'Asia/Jakarta' }, known.hash);
      people.push(known.person);
    }
    const { name, currency, country, address, taxId, owner } = client;
    const { id } = await createOrganization(tx, {
      name,
      currency,
      country,
      address,
      taxId,
      billingEmail: owner.email,
      locale: owner.locale,
      timeZone: 'Asia/Jakarta',
      owner: people[0]!,
      ...(parent ? { parent: parent.organization } : {}),
    });
    for (const [index, { role, limit = null }] of (client.colleagues ?? []).entries()) {
      const narrowing = { services: null, limit, until: null };
      await addMember(tx, { organization: id, person: people[index + 1]!, role, narrowing });
    }
    return { client, organization: id, owner: people[0]! };
  });
}

async function place(
  story: Story,
  { organization, owner }: Cast,
  order: DemoClient['orders'][number],
  plans: Map<string, string>,
  signIns: SignIns,
) {
  const buyer = await story.as(order.by ? signIns.get(order.by)!.person! : owner);
  const items = [
    {
      plan: plans.get(order.plan),
      cycle: order.cycle,
      quantity: order.quantity ?? 1,
      options: order.options ?? {},
      addons: [],
    },
  ];
  const base = `/api/organizations/${organization}/orders`;
  const quote = await buyer.post(`${base}/quote`, { items });
  const { terms: accepted } = await buyer.get('/api/terms');
  await buyer.post(base, {
    items,
    expectedTotal: quote.total.amount,
    termsVersion: accepted?.version ?? null,
  });
}

async function cancelService(
  story: Story,
  { organization, owner }: Cast,
  cancel: { order: number; when: string; reason: string },
) {
  const client = await story.as(owner);
  const base = `/api/organizations/${organization}/services`;
  const { items } = await client.get(`${base}?status=current`);
  const service = items.toReversed()[cancel.order];
  if (service)
    await client.post(`${base}/${service.id}/cancel`, { when: cancel.when, reason: cancel.reason });
}

async function pauseService(
  story: Story,
  { organization, owner }: Cast,
  { order, days }: { order: number; days: number },
) {
  const client = await story.as(owner);
  const base = `/api/organizations/${organization}/services`;
  const { items } = await client.get(`${base}?status=current`);
  const at = `${base}/${items.toReversed()[order].id}/pauses`;
  const { today } = await client.get(at);
  const { quote } = await client.post(`${at}/preview`, { resumeOn: addDays(date(today), days) });
  await client.post(at, { quote });
}

/** Operations complete what a person has to do by hand. */
async function doTasks(story: Story, staff: Map<string, Id<'person'>>): Promise<void> {
  const operations = await story.as(staff.get('operations')!);
  const { items } = await operations.get('/api/console/provisioning/tasks');
  // What failed at the vendor is left for whoever looks around.
  const byHand = (items as { id: string; provisioner: string }[]).filter(
    ({ provisioner }) => provisioner === 'manual',
  );
  for (const { id } of byHand) {
    await operations.post(`/api/console/provisioning/tasks/${id}/take`);
    await operations.post(`/api/console/provisioning/tasks/${id}/complete`, { note: 'Siap dipakai.' });
  }
  if (byHand.length > 0) await story.settle();
}

function shown(signIns: SignIns): DemoSignIn[] {
  const main = clients[0]!;
  const fresh = clients.at(-1)!;
  const holding = clients.find(({ name }) => name === 'PT Bumi Arta Persada')!;
  const wanted = [
    ...staffMembers.map(({ email, name, role }) => ({ email, who: `${name}, ${role}` })),
    { email: main.owner.email, who: `${main.owner.name}, owner of ${main.name}` },
    ...(main.colleagues ?? []).map(({ email, name, role }) => ({
      email,
      who: `${name}, ${role} at ${main.name}`,
    })),
    {
      email: 'maria@bumiarta.example',
      who: 'Maria Kusumawati, owner of PT Bumi Arta Persada, a parent of two',
    },
    ...(holding.colleagues ?? []).map(({ email, name, role, limit }) => ({
      email,
      who: `${name}, ${role} at ${holding.name}${limit === undefined ? '' : ', with a spending limit'}`,
    })),
    {
      email: 'fitri@bumiarta.example',
      who: 'Fitri Handayani, owner of PT Bumi Arta Pangan, whose parent pays',
    },
    {
      email: 'tirta@cakrawalabaca.example',
      who: 'Tirta Anggraini, owner of Penerbit Cakrawala Baca, whose term ends soon',
    },
    { email: 'grace@greenleaf.example', who: 'Grace Tan, owner of Greenleaf Analytics, pays in USD' },
    { email: fresh.owner.email, who: `${fresh.owner.name}, owner of ${fresh.name}, new here` },
  ];
  return wanted.map(({ email, who }) => ({ who, email, password: signIns.get(email)!.password }));
}
