import { preloadsOf } from '../kernel/pages/pages.ts';
import { portalPages } from './pages.ts';

/** URL pattern → API urls whose answers the HTML carries; filled in by `dataUrls` of kernel/pages/match.ts. */
export const preloads = preloadsOf(portalPages);
