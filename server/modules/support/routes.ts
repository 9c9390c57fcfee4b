import { clientRoutes } from './routes/client.ts';
import { slaRoutes } from './routes/sla.ts';
import { staffRoutes } from './routes/staff.ts';

export const routes = [...clientRoutes, ...staffRoutes, ...slaRoutes];
