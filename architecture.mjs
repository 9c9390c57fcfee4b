/**
 * The floors of the house, ground first. A module calls lower floors through their `index.ts`, never its own floor or
 * above; everything upward or sideways is an event. Read by the linter (`.dependency-cruiser.mjs`) and held against the
 * order in which the modules start (`server/test/fences/floors.test.ts`).
 */
export const floors = [
  ['identity'],
  ['organizations'],
  ['audit', 'notifications', 'catalog', 'knowledge', 'sso', 'directory'],
  ['services'],
  ['usage'],
  ['billing'],
  ['promotions'],
  ['payments', 'provisioning', 'orders', 'pricing', 'pauses'],
  ['offers', 'rehearsal'],
  ['support'],
  ['guests', 'evidence', 'assignment', 'feedback', 'worktime', 'deskacts'],
  ['automation'],
  ['home', 'mailroom', 'escalation'],
];

/** Folders of `server/adapters` whose port a module owns, and the module's file that is the port. Other ports are the kernel's. */
export const ports = {
  names: { module: 'organizations', file: 'names.ts' },
  mailboxes: { module: 'mailroom', file: 'mailbox.ts' },
  gateways: { module: 'payments', file: 'gateway.ts' },
  provisioners: { module: 'provisioning', file: 'provisioner.ts' },
};

/** The only files of the web that the server reads: pure lists and functions, without JSX. */
export const pagesOfTheWeb = [
  'web/kernel/brand/css.ts',
  'web/kernel/brand/scale.ts',
  'web/kernel/pages/',
  'web/portal/pages.ts',
  'web/console/pages.ts',
];
