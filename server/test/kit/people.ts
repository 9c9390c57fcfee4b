import { hashToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { MemberRole, StaffRole } from '../../kernel/auth/roles.ts';
import { cookieName } from '../../kernel/http/cookie.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { addPerson } from '../../modules/identity/index.ts';
import { startSession } from '../../modules/identity/sessions.ts';
import { addMember, createOrganization } from '../../modules/organizations/index.ts';
import type { Narrowing } from '../../modules/organizations/index.ts';
import type { TestApp } from './app.ts';
import { anonymous } from './client.ts';
import type { TestClient } from './client.ts';

/** As much of a Clientarea as people need. */
type Stage = Pick<TestApp, 'app' | 'ctx'>;

/** A person with a session, made through the commands of real use but without the mails and the slow password hash. */
export interface TestPerson extends TestClient {
  id: Id<'person'>;
  email: string;
}

let count = 0;

export async function buildPerson(
  test: Stage,
  over: { name?: string; email?: string; locale?: 'id' | 'en' } = {},
): Promise<TestPerson> {
  const email = over.email ?? `person-${++count}@example.com`;
  return test.ctx.transact(async (tx) => {
    const { id } = await addPerson(tx, {
      email,
      name: over.name ?? `Person ${count}`,
      locale: over.locale ?? 'en',
      timeZone: 'Asia/Jakarta',
    });
    await tx.db
      .updateTable('identity.people')
      .set({ email_verified_at: tx.now })
      .where('id', '=', id)
      .execute();
    const token = await signedIn(tx, id);
    return Object.assign(anonymous(test.app, `${cookieName(test.ctx.publicUrl)}=${token}`), { id, email });
  });
}

const always = new Date('2100-01-01T00:00:00Z');

/** A session that neither ends nor asks for a proof however the clock moves; what time does to sessions is tested where they are. */
export async function signedIn(tx: Tx, person: Id<'person'>): Promise<string> {
  const from = { address: '203.0.113.7', userAgent: 'test', country: null, device: null };
  const { token } = await startSession(tx, person, from, ['password']);
  await tx.db
    .updateTable('identity.sessions')
    .set({ created_at: always, seen_at: always, proved_at: always, expires_at: always })
    .where('token_hash', '=', hashToken(token))
    .execute();
  return token;
}

export async function buildStaff(test: Stage, ...roles: StaffRole[]): Promise<TestPerson> {
  const person = await buildPerson(test);
  await test.ctx.transact((tx) =>
    tx.db.insertInto('identity.staff').values({ person_id: person.id, roles, since: tx.now }).execute(),
  );
  return person;
}

export interface TestOrganization {
  id: Id<'organization'>;
  slug: string;
  owner: TestPerson;
  /** The API address of something in this organization. */
  at(path: string): string;
}

export async function buildOrganization(
  test: Stage,
  over: { name?: string; parent?: Id<'organization'>; currency?: string } = {},
): Promise<TestOrganization> {
  const owner = await buildPerson(test);
  const { id, slug } = await test.ctx.transact((tx) =>
    createOrganization(tx, {
      name: over.name ?? `Organization ${++count}`,
      billingEmail: owner.email,
      country: 'ID',
      currency: over.currency ?? 'IDR',
      locale: 'en',
      timeZone: 'Asia/Jakarta',
      owner: owner.id,
      ...(over.parent ? { parent: over.parent } : {}),
    }),
  );
  return { id, slug, owner, at: (path) => `/api/organizations/${id}${path}` };
}

export async function buildMember(
  test: Stage,
  organization: Pick<TestOrganization, 'id'>,
  role: MemberRole,
  narrowing: Partial<Narrowing> = {},
): Promise<TestPerson> {
  const person = await buildPerson(test);
  await test.ctx.transact((tx) =>
    addMember(tx, {
      organization: organization.id,
      person: person.id,
      role,
      narrowing: { services: null, limit: null, until: null, ...narrowing },
    }),
  );
  return person;
}
