import type { Clientarea, Ingredients } from '../../app/compose.ts';
import { servePages } from '../../app/pages/serve-pages.ts';
import { healthRoutes } from '../../kernel/http/health.ts';
import { liveRoute } from '../../kernel/http/live-route.ts';
import { startLiveHub } from '../../kernel/live.ts';

/** For `extend` of `createTestApp`: pages, live facts and what operators ask, as the started program has them. The web has to be built. */
export async function servesEverything(
  { http, pool, product, refusals, ...rest }: Clientarea,
  made: Ingredients,
) {
  const live = await startLiveHub({ directUrl: made.directUrl, pool, log: made.log });
  http.addHook('onClose', () => live.stop());
  liveRoute(http, () => live, product.permissions);
  await servePages(http, {
    clientarea: { http, pool, product, refusals, ...rest },
    live,
    version: made.version,
  });
  healthRoutes(http, { pool, draining: () => false, metricsToken: '', refusals });
}
