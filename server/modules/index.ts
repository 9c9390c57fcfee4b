import { kernel } from '../kernel/kernel-module.ts';
import type { Module } from '../kernel/module.ts';
import { assignment } from './assignment/module.ts';
import { audit } from './audit/module.ts';
import { automation } from './automation/module.ts';
import { billing } from './billing/module.ts';
import { catalog } from './catalog/module.ts';
import { deskacts } from './deskacts/module.ts';
import { directory } from './directory/module.ts';
import { escalation } from './escalation/module.ts';
import { evidence } from './evidence/module.ts';
import { feedback } from './feedback/module.ts';
import { guests } from './guests/module.ts';
import { home } from './home/module.ts';
import { identity } from './identity/module.ts';
import { knowledge } from './knowledge/module.ts';
import { mailroom } from './mailroom/module.ts';
import { notifications } from './notifications/module.ts';
import { offers } from './offers/module.ts';
import { orders } from './orders/module.ts';
import { organizations } from './organizations/module.ts';
import { pauses } from './pauses/module.ts';
import { payments } from './payments/module.ts';
import { pricing } from './pricing/module.ts';
import { promotions } from './promotions/module.ts';
import { provisioning } from './provisioning/module.ts';
import { rehearsal } from './rehearsal/module.ts';
import { services } from './services/module.ts';
import { sso } from './sso/module.ts';
import { support } from './support/module.ts';
import { usage } from './usage/module.ts';
import { worktime } from './worktime/module.ts';

/** Every module, ground floor first: migrations run in this order. */
export const modules: readonly Module[] = [
  kernel,
  identity,
  organizations,
  audit,
  notifications,
  catalog,
  knowledge,
  sso,
  directory,
  services,
  usage,
  billing,
  promotions,
  payments,
  provisioning,
  orders,
  pricing,
  pauses,
  offers,
  rehearsal,
  support,
  guests,
  evidence,
  assignment,
  feedback,
  worktime,
  deskacts,
  automation,
  home,
  mailroom,
  escalation,
];
