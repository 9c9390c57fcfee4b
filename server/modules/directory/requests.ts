import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { defineSweep } from '../../kernel/jobs/define.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { isId } from '../../kernel/values/ids.ts';
import type { Id } from '../../kernel/values/ids.ts';

const daysKept = 30;

interface Asked {
  organization: Id<'organization'>;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  about: 'user' | 'group';
  /** The status of the answer when it is done. */
  status: number;
  /** The id in the address, or the name in the body where there is none yet: to say what a refused request was about. */
  which: { id: string } | { name: unknown };
}

/**
 * Does what a directory asks in a transaction that may reach the people and memberships behind its users; every `where` in it names the
 * organization. What came of it is noted for whoever connects the directory, also when it is refused.
 */
export async function onRequest<T extends { name: string }>(
  ctx: Ctx,
  asked: Asked,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const wide = ctx.within(everything);
  try {
    return await wide.transact(async (tx) => {
      const made = await work(tx);
      await note(tx, asked, { name: made.name, status: asked.status, detail: null });
      return made;
    });
  } catch (error) {
    if (error instanceof Problem) {
      const { kind, message } = error;
      await wide.transact(async (tx) => {
        const name = await nameFor(tx, asked);
        await note(tx, asked, { name, status: kind.status, detail: message });
      });
    }
    throw error;
  }
}

async function nameFor(tx: Tx, { organization, about, which }: Asked): Promise<string> {
  if ('name' in which) {
    const printable = typeof which.name === 'string' && !/[\u0000-\u001f\u007f]/.test(which.name);
    return printable ? (which.name as string).slice(0, 200) : '';
  }
  if (!isId(which.id)) return '';
  const found =
    about === 'user'
      ? sql<{
          name: string;
        }>`select user_name as name from directory.users where organization_id = ${organization} and id = ${which.id}`
      : sql<{
          name: string;
        }>`select name from directory.groups where organization_id = ${organization} and id = ${which.id}`;
  const { rows } = await found.execute(tx.db);
  return rows[0]?.name ?? '';
}

async function note(
  tx: Tx,
  { organization, method, about }: Asked,
  outcome: { name: string; status: number; detail: string | null },
): Promise<void> {
  await tx.db
    .insertInto('directory.requests')
    .values({
      organization_id: organization,
      id: tx.newId(),
      at: tx.now,
      key_id: tx.actor.kind === 'key' ? tx.actor.key.id : null,
      method,
      about,
      ...outcome,
    })
    .execute();
}

export const forgetRequests = defineSweep({
  name: 'directory.forget-requests',
  cron: '41 2 * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const before = new Date(tx.now.getTime() - daysKept * 86_400_000);
      await sql`delete from directory.requests where at < ${before}`.execute(tx.db);
    }),
});
