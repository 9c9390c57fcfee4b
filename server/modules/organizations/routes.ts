import { consoleRoutes } from './routes/console.ts';
import { domainRoutes } from './routes/domains.ts';
import { keyRoutes } from './routes/keys.ts';
import { memberRoutes } from './routes/members.ts';
import { organizationRoutes } from './routes/organization.ts';
import { roleRoutes } from './routes/roles.ts';
import { tierRoutes } from './routes/tiers.ts';

export const routes = [
  ...organizationRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...domainRoutes,
  ...keyRoutes,
  ...consoleRoutes,
  ...tierRoutes,
];
