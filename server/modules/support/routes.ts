import { clientRoutes } from './routes/client.ts';
import { copiedRoutes } from './routes/copied.ts';
import { draftRoutes } from './routes/drafts.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { deskRoutes } from './routes/desk.ts';
import { slaCreditRoutes } from './routes/sla-credits.ts';
import { slaRoutes } from './routes/sla.ts';
import { staffRoutes } from './routes/staff.ts';

export const routes = [
  ...clientRoutes,
  ...draftRoutes,
  ...copiedRoutes,
  ...staffRoutes,
  ...deskRoutes,
  ...correctionRoutes,
  ...slaRoutes,
  ...slaCreditRoutes,
];
