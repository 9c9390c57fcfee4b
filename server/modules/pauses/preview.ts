import type { Ctx } from '../../kernel/context.ts';
import type { Json } from '../../kernel/values/json.ts';
import { everything } from '../../kernel/db/scope.ts';
import { findService } from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import type { Asked, PausePreview } from './contract.ts';
import { pricePause } from './price-pause.ts';
import { digestOf, expiryOf, sealQuote } from './quote.ts';
import type { Actor } from './quote.ts';

/** What a pause comes to, with a seal by which exactly this is done for the next minutes. Changes nothing. Errors: those of `pricePause`. */
export async function previewPause(
  ctx: Ctx,
  key: ServiceKey,
  { asked, actor }: { asked: Asked; actor: Actor },
): Promise<PausePreview> {
  const at = ctx.clock.now();
  const { service, shown } = await ctx.within(everything).read(async (db) => {
    const found = await findService(db, key.organization, key.service);
    return { service: found, ...(await pricePause(db, { service: found, asked, at, actor })) };
  });
  const digest = digestOf(shown as Json);
  const quoted = { asked, at: at.toISOString(), version: service.version, digest };
  return {
    ...shown,
    quote: sealQuote(ctx.vault, key, actor, quoted),
    expiresAt: expiryOf(quoted).toISOString(),
  };
}
