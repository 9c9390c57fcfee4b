import { contestRoutes } from './routes/contests.ts';
import { consoleRoutes } from './routes/console.ts';
import { creditRoutes } from './routes/credit.ts';
import { creditNoteRoutes } from './routes/credit-notes.ts';
import { dunningRoutes } from './routes/dunning.ts';
import { nextInvoiceRoutes } from './routes/next-invoice.ts';
import { portalRoutes } from './routes/portal.ts';
import { promiseRoutes } from './routes/promises.ts';
import { revenueRoutes } from './routes/revenue.ts';
import { runRoutes } from './routes/runs.ts';
import { taxRoutes } from './routes/taxes.ts';
import { usageRoutes } from './routes/usage.ts';

export const routes = [
  ...portalRoutes,
  ...consoleRoutes,
  ...creditRoutes,
  ...creditNoteRoutes,
  ...dunningRoutes,
  ...nextInvoiceRoutes,
  ...promiseRoutes,
  ...contestRoutes,
  ...taxRoutes,
  ...revenueRoutes,
  ...runRoutes,
  ...usageRoutes,
];
