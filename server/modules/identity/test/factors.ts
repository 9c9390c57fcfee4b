import type { TestApp } from '../../../test/kit/app.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { codeAt, stepOf } from '../domain/one-time-codes.ts';

export const password = 'kopi susu gula aren';

/** Gives a person a password, hashed before, since hashing is slow. */
export function given(app: TestApp, person: string, password_hash: string) {
  return app.ctx.transact((tx) =>
    tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', person).execute(),
  );
}

/** Adds an authenticator as its owner does, first code included. */
export async function addAuthenticator(app: TestApp, person: TestPerson) {
  const added = await person.post('/api/me/authenticators', { name: 'My phone' });
  const { id, secret } = added.body as { id: string; secret: string };
  const code = codeAt(secret, stepOf(app.clock.now()));
  const { body } = await person.post(`/api/me/authenticators/${id}/confirmation`, { code });
  return { id, secret, recoveryCodes: body.recoveryCodes as string[] };
}

/** The data of the newest message of a kind to a person, as its reader gets it. */
export async function lastMessage(app: TestApp, kind: string, person: string): Promise<unknown> {
  const { rows } = await app.app.pool.query<{ id: string; data: string }>(
    'select id, data from kernel.messages where kind = $1 and person_id = $2 order by created_at desc, id desc limit 1',
    [kind, person],
  );
  return app.open(rows[0]!);
}
