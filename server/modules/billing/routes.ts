import { consoleRoutes } from './routes/console.ts';
import { portalRoutes } from './routes/portal.ts';

export const routes = [...portalRoutes, ...consoleRoutes];
