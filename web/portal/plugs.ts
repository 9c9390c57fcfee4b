import { registerCommands } from '../kernel/palette/commands.ts';
import { plugIn as billing } from '../modules/billing/portal/plug.ts';
import { plugIn as guests } from '../modules/guests/portal/plug.ts';
import { plugIn as identity } from '../modules/identity/portal/plug.ts';
import { plugIn as orders } from '../modules/orders/portal/plug.ts';
import { plugIn as payments } from '../modules/payments/portal/plug.ts';
import { plugIn as pricing } from '../modules/pricing/portal/plug.ts';
import { plugIn as provisioning } from '../modules/provisioning/portal/plug.ts';
import { plugIn as sso } from '../modules/sso/portal/plug.ts';
import { plugIn as support } from '../modules/support/portal/plug.ts';
import { plugIn as usage } from '../modules/usage/portal/plug.ts';

/** What modules put into each other's pages and into the palette: each module's `portal/plug.ts`, called here. */
export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  billing();
  guests();
  identity();
  orders();
  payments();
  pricing();
  provisioning();
  sso();
  support();
  usage();
}
