import { registerCommands } from '../kernel/palette/commands.ts';
import { plugIn as billing } from '../modules/billing/console/plug.ts';

/** What modules put into each other's pages and into the palette. */
export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  billing();
}
