import type { Ctx } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { readSelection } from '../domain/selection.ts';

export const base = '/api/organizations/:organization/scim/v2';

/** The address that a directory is told: what stands in front of `/Users`. */
export const addressOf = ({ publicUrl }: Pick<Ctx, 'publicUrl'>, organization: Id<'organization'>): string =>
  `${publicUrl.origin}${base.replace(':organization', organization)}`;

/** How a resource is written in an answer: with addresses from outside, and the attributes that were asked for. */
export const writtenFor = (
  ctx: Pick<Ctx, 'publicUrl'>,
  organization: Id<'organization'>,
  query: Parameters<typeof readSelection>[0],
) => ({ at: addressOf(ctx, organization), selection: readSelection(query) });
