import { collectPages } from '../kernel/pages/pages.ts';
import { consolePages as assignment } from '../modules/assignment/pages.ts';
import { consolePages as audit } from '../modules/audit/pages.ts';
import { consolePages as automation } from '../modules/automation/pages.ts';
import { consolePages as billing } from '../modules/billing/pages.ts';
import { consolePages as catalog } from '../modules/catalog/pages.ts';
import { consolePages as deskacts } from '../modules/deskacts/pages.ts';
import { consolePages as feedback } from '../modules/feedback/pages.ts';
import { consolePages as mailroom } from '../modules/mailroom/pages.ts';
import { consolePages as notifications } from '../modules/notifications/pages.ts';
import { consolePages as offers } from '../modules/offers/pages.ts';
import { consolePages as orders } from '../modules/orders/pages.ts';
import { consolePages as escalation } from '../modules/escalation/pages.ts';
import { consolePages as home } from '../modules/home/pages.ts';
import { consolePages as identity } from '../modules/identity/pages.ts';
import { consolePages as knowledge } from '../modules/knowledge/pages.ts';
import { consolePages as organizations } from '../modules/organizations/pages.ts';
import { consolePages as payments } from '../modules/payments/pages.ts';
import { consolePages as pricing } from '../modules/pricing/pages.ts';
import { consolePages as promotions } from '../modules/promotions/pages.ts';
import { consolePages as provisioning } from '../modules/provisioning/pages.ts';
import { consolePages as rehearsal } from '../modules/rehearsal/pages.ts';
import { consolePages as services } from '../modules/services/pages.ts';
import { consolePages as settings } from '../modules/settings/pages.ts';
import { consolePages as support } from '../modules/support/pages.ts';
import { consolePages as usage } from '../modules/usage/pages.ts';
import { consolePages as worktime } from '../modules/worktime/pages.ts';

/** Every page of the console, by module. Pure data: the server reads it too. */
export const consolePages = collectPages({
  assignment,
  audit,
  automation,
  billing,
  catalog,
  deskacts,
  escalation,
  feedback,
  home,
  identity,
  knowledge,
  mailroom,
  notifications,
  offers,
  orders,
  organizations,
  payments,
  pricing,
  promotions,
  provisioning,
  rehearsal,
  services,
  settings,
  support,
  usage,
  worktime,
});
