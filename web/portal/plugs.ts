import { registerCommands } from '../kernel/palette/commands.ts';
import { plugIn as billing } from '../modules/billing/portal/plug.ts';
import { plugIn as provisioning } from '../modules/provisioning/portal/plug.ts';
import { plugIn as support } from '../modules/support/portal/plug.ts';

/** What modules put into each other's pages and into the palette: each module's `portal/plug.ts`, called here. */
export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  billing();
  provisioning();
  support();
}
