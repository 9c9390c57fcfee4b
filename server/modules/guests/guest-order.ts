import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findByCode, unknownOrder } from '../orders/index.ts';
import { guestScope } from './keys.ts';

export interface ByCode {
  number: string;
  code: string;
}

export interface GuestOrder {
  organization: Id<'organization'>;
  order: Id<'order'>;
  /** Null where it is no guest's, or not any more: then only how it stands is told. */
  guest: { id: Id<'person'>; name: string; email: string; locale: 'id' | 'en' } | null;
}

/** The order of a number and its code, as anybody's. Errors: `unknown_order`. */
export async function findOrder(ctx: Ctx, byCode: ByCode): Promise<GuestOrder> {
  return ctx.within(everything).read(async (db) => {
    const found = await findByCode(db, byCode);
    if (!found) throw new Problem(unknownOrder);
    return { ...found, guest: await findGuest(db, found.organization) };
  });
}

/** The same, and only of a guest whom nobody has claimed; with the view that the guest has. Errors: `unknown_order`. */
export async function requireGuestOrder(ctx: Ctx, byCode: ByCode) {
  const { organization, order, guest } = await findOrder(ctx, byCode);
  if (!guest) throw new Problem(unknownOrder);
  const seen = ctx.within(guestScope({ organization, person: guest.id }));
  return { organization, order, guest, seen };
}

async function findGuest(db: Db, organization: Id<'organization'>): Promise<GuestOrder['guest']> {
  const row = await db
    .selectFrom('guests.guests')
    .select(['person_id', 'name', 'email', 'locale'])
    .where('organization_id', '=', organization)
    .where('claimed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { person_id: id, name, email, locale } = row;
  return { id: id as Id<'person'>, name, email, locale: locale as 'id' | 'en' };
}

/** An invoice or receipt of another order of the same guest is none of this one. Errors: `not_found`. */
export function requireAmong<Of extends { id: string }>(all: readonly Of[], id: string): Of {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Problem(notFound);
  return found;
}
