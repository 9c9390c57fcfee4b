import { kernel } from '../kernel/kernel-module.ts';
import type { Module } from '../kernel/module.ts';
import { audit } from './audit/module.ts';
import { billing } from './billing/module.ts';
import { catalog } from './catalog/module.ts';
import { home } from './home/module.ts';
import { identity } from './identity/module.ts';
import { knowledge } from './knowledge/module.ts';
import { notifications } from './notifications/module.ts';
import { orders } from './orders/module.ts';
import { organizations } from './organizations/module.ts';
import { payments } from './payments/module.ts';
import { provisioning } from './provisioning/module.ts';
import { services } from './services/module.ts';
import { support } from './support/module.ts';

/** Every module, ground floor first: migrations run in this order. */
export const modules: readonly Module[] = [
  kernel,
  identity,
  organizations,
  audit,
  notifications,
  catalog,
  knowledge,
  services,
  billing,
  payments,
  provisioning,
  orders,
  support,
  home,
];
