import { collectPages } from '../kernel/pages/pages.ts';
import { portalPages as audit } from '../modules/audit/pages.ts';
import { portalPages as billing } from '../modules/billing/pages.ts';
import { portalPages as feedback } from '../modules/feedback/pages.ts';
import { portalPages as notifications } from '../modules/notifications/pages.ts';
import { portalPages as offers } from '../modules/offers/pages.ts';
import { portalPages as orders } from '../modules/orders/pages.ts';
import { portalPages as guests } from '../modules/guests/pages.ts';
import { portalPages as home } from '../modules/home/pages.ts';
import { portalPages as identity } from '../modules/identity/pages.ts';
import { portalPages as knowledge } from '../modules/knowledge/pages.ts';
import { portalPages as organizations } from '../modules/organizations/pages.ts';
import { portalPages as payments } from '../modules/payments/pages.ts';
import { portalPages as services } from '../modules/services/pages.ts';
import { portalPages as sso } from '../modules/sso/pages.ts';
import { portalPages as support } from '../modules/support/pages.ts';

/** Every page of the portal, by module. Pure data: the server reads it too. */
export const portalPages = collectPages({
  audit,
  billing,
  feedback,
  guests,
  home,
  identity,
  knowledge,
  notifications,
  offers,
  orders,
  organizations,
  payments,
  services,
  sso,
  support,
});
