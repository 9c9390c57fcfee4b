import { registerCommands } from '../kernel/palette/commands.ts';
import { plugIn as assignment } from '../modules/assignment/console/plug.ts';
import { plugIn as audit } from '../modules/audit/console/plug.ts';
import { plugIn as automation } from '../modules/automation/console/plug.ts';
import { plugIn as billing } from '../modules/billing/console/plug.ts';
import { plugIn as deskacts } from '../modules/deskacts/console/plug.ts';
import { plugIn as escalation } from '../modules/escalation/console/plug.ts';
import { plugIn as evidence } from '../modules/evidence/console/plug.ts';
import { plugIn as feedback } from '../modules/feedback/console/plug.ts';
import { plugIn as identity } from '../modules/identity/console/plug.ts';
import { plugIn as orders } from '../modules/orders/console/plug.ts';
import { plugIn as payments } from '../modules/payments/console/plug.ts';
import { plugIn as pricing } from '../modules/pricing/console/plug.ts';
import { plugIn as provisioning } from '../modules/provisioning/console/plug.ts';
import { plugIn as rehearsal } from '../modules/rehearsal/console/plug.ts';
import { plugIn as services } from '../modules/services/console/plug.ts';
import { plugIn as sso } from '../modules/sso/console/plug.ts';
import { plugIn as support } from '../modules/support/console/plug.ts';
import { plugIn as usage } from '../modules/usage/console/plug.ts';
import { plugIn as worktime } from '../modules/worktime/console/plug.ts';

/** What modules put into each other's pages and into the palette. */
export function plugIn(): void {
  registerCommands(() => import('./commands.ts'));
  assignment();
  audit();
  automation();
  billing();
  deskacts();
  escalation();
  evidence();
  feedback();
  identity();
  orders();
  payments();
  pricing();
  provisioning();
  rehearsal();
  services();
  sso();
  support();
  usage();
  worktime();
}
