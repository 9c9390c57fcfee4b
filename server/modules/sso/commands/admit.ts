import { sql } from 'kysely';
import type { Method } from '../../../kernel/auth/methods.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { email as emailShape } from '../../../kernel/http/shapes.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addPerson } from '../../identity/index.ts';
import {
  addMember,
  assignRole,
  domainOf,
  findOrganization,
  findRole,
  findVerifiedDomain,
  hasAccess,
} from '../../organizations/index.ts';
import type { Provider } from '../connections.ts';
import type { Failure } from '../domain/failures.ts';
import { roleByGroups } from '../domain/said.ts';
import type { Said } from '../domain/said.ts';
import { personLinked } from '../events.ts';
import { accountLinked } from '../messages.ts';

interface Admitted {
  person: Id<'person'>;
  proven: Method[];
  cameBy: { id: string; until: Date };
}

/**
 * Finds whom a provider means, by its own name for them, and where nobody is known by it, by an address of a domain that the organization
 * has verified; makes them a member where that is wanted. Says why not otherwise.
 */
export async function admit(tx: Tx, provider: Provider, said: Said): Promise<Admitted | Failure> {
  const { organization } = provider;
  // Two first sign-ins of one person take turns.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sso:${organization}:${said.subject}`}, 0))`.execute(
    tx.db,
  );
  const { email } = said;
  if (!email || !emailShape.safeParse(email).success) return 'mail_missing';
  if (!(said.emailVerified ?? provider.trustsUnsaidMail)) return 'mail_unverified';
  const isOurs = async (address: string) =>
    (await findVerifiedDomain(tx.db, domainOf(address)))?.organization === organization;
  if (!(await isOurs(email))) return 'foreign_domain';

  const known = await findKnown(tx, provider, said);
  if (known && !(await isOurs(known.email))) return 'address_changed';
  const found = known ?? (await findByEmail(tx, organization, said.issuer, email));
  if (found?.onStaff) return 'staff';
  if (found?.disabled) return 'disabled';
  // The provider gave the address of one to another: the account stays with the first until they are removed.
  if (!known && found?.linked) return 'address_changed';

  const person = found?.id ?? (await makePerson(tx, provider, said, email));
  if (!(await join(tx, provider, said, person))) return 'not_member';
  if (!known) await link(tx, provider, said, person, found !== null);
  await tx.db
    .updateTable('identity.people')
    .set({ email_verified_at: tx.now })
    .where('id', '=', person)
    .where('email_verified_at', 'is', null)
    .execute();
  return {
    person,
    proven: await provenBy(tx, provider, said, person),
    cameBy: await note(tx, provider, said, person),
  };
}

interface Found {
  id: Id<'person'>;
  email: string;
  disabled: boolean;
  onStaff: boolean;
  linked: boolean;
}

const person = sql`p.id, p.email, p.disabled_at is not null as disabled,
  exists (select from identity.staff s where s.person_id = p.id) as "onStaff"`;

async function findKnown(
  tx: Tx,
  { organization }: Provider,
  { issuer, subject }: Said,
): Promise<Found | null> {
  const { rows } = await sql<Found>`
    update sso.identities i set used_at = ${tx.now} from identity.people p
    where i.organization_id = ${organization} and i.issuer = ${issuer} and i.subject = ${subject} and p.id = i.person_id
    returning ${person}, true as linked`.execute(tx.db);
  return rows[0] ?? null;
}

async function findByEmail(
  tx: Tx,
  organization: string,
  issuer: string,
  email: string,
): Promise<Found | null> {
  const { rows } = await sql<Found>`
    select ${person}, exists (select from sso.identities i
      where i.organization_id = ${organization} and i.issuer = ${issuer} and i.person_id = p.id) as linked
    from identity.people p where p.email = ${email}`.execute(tx.db);
  return rows[0] ?? null;
}

async function makePerson(tx: Tx, { organization }: Provider, said: Said, email: string) {
  const { locale, timeZone } = await findOrganization(tx.db, organization);
  const name = said.name?.trim().slice(0, 200) || email.slice(0, email.lastIndexOf('@'));
  return (await addPerson(tx, { email, name, locale, timeZone })).id;
}

/** Sees to it that the person is a member, in the role their groups give; false where nobody joins by this connection. */
async function join(tx: Tx, provider: Provider, said: Said, id: Id<'person'>): Promise<boolean> {
  const { organization } = provider;
  const byGroups = roleByGroups(provider.groupRoles, said.groups);
  const belongs = await hasAccess(tx.db, organization, id);
  const wanted = byGroups ?? (belongs ? null : provider.joinsAs);
  if (wanted === null) return belongs;
  const role = await findRole(tx.db, organization, wanted);
  if (!belongs) await addMember(tx, { organization, person: id, role });
  else await assignRole(tx, { organization, person: id, role });
  return true;
}

async function link(
  tx: Tx,
  provider: Provider,
  said: Said,
  id: Id<'person'>,
  wasThere: boolean,
): Promise<void> {
  const { organization } = provider;
  await tx.db
    .insertInto('sso.identities')
    .values({
      organization_id: organization,
      issuer: said.issuer,
      subject: said.subject,
      person_id: id,
      linked_at: tx.now,
      used_at: tx.now,
    })
    .execute();
  tx.emit(personLinked, {
    organizationId: organization,
    subject: { kind: 'person', id },
    data: { personId: id, isNew: !wasThere },
  });
  if (!wasThere) return;
  const { name } = await findOrganization(tx.db, organization);
  tx.tell(accountLinked, { to: { person: id }, occurrence: tx.newId(), data: { organization: name } });
}

/**
 * The provider's word for a second step counts where the organization says so, and only for people who belong to nobody else: it speaks
 * for its organization, and not for others that ask a second step.
 */
async function provenBy(tx: Tx, provider: Provider, said: Said, id: Id<'person'>): Promise<Method[]> {
  if (!provider.secondStepValues.some((value) => said.strength.includes(value))) return ['single_sign_on'];
  const { rows } = await sql<{ elsewhere: boolean }>`
    select exists (
      select from organizations.members m where m.person_id = ${id} and not exists (
        select from organizations.tree t where t.ancestor_id = ${provider.organization} and t.descendant_id = m.organization_id)
    ) as elsewhere`.execute(tx.db);
  return rows[0]!.elsewhere ? ['single_sign_on'] : ['single_sign_on', 'provider_step'];
}

/** Remembers the sign-in as long as its session can last, so that the provider can end it. */
async function note(tx: Tx, provider: Provider, said: Said, id: Id<'person'>): Promise<Admitted['cameBy']> {
  const signIn = tx.newId<'ssoSignIn'>();
  const ours = tx.now.getTime() + provider.sessionHours * 3_600_000;
  const until = new Date(Math.min(ours, said.sessionEnds?.getTime() ?? ours));
  await tx.db
    .insertInto('sso.sign_ins')
    .values({
      organization_id: provider.organization,
      id: signIn,
      connection_id: provider.id,
      person_id: id,
      subject: said.subject,
      provider_session: said.providerSession,
      at: tx.now,
      expires_at: until,
    })
    .execute();
  return { id: signIn, until };
}
