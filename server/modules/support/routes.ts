import { clientRoutes } from './routes/client.ts';
import { staffRoutes } from './routes/staff.ts';

export const routes = [...clientRoutes, ...staffRoutes];
