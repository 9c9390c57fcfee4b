import type { Session } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';

/** The context of somebody who reads: articles for clients are rows that the database shows to whoever is signed in. */
export function asReader(ctx: Ctx, session: Session | null): Ctx {
  return ctx.within({ kind: 'clients', organizations: [], person: session?.person.id ?? null });
}
