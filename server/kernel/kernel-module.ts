import { brand } from './brand.ts';
import { jobGivenUp } from './jobs/run.ts';
import { defineModule } from './module.ts';
import { manageSettings, readSettings, settingsRoutes } from './settings-routes.ts';
import { settingChanged } from './settings.ts';
import { checkInvariants, invariantBroken, tidy } from './sweeps.ts';

/** What the kernel itself brings: its tables, its facts, the settings and the brand. */
export const kernel = defineModule({
  name: 'kernel',
  migrations: [
    '20261121-0900-kernel.sql',
    '20261122-1100-chosen-services.sql',
    '20261122-1200-cheaper-facts.sql',
    '20261124-0600-keys-for-the-server-alone.sql',
    '20261124-0810-keys-act.sql',
    '20261124-0845-refusals.sql',
    '20261127-0601-channels.sql',
    '20261128-0405-awaited-messages.sql',
  ],
  routes: settingsRoutes,
  permissions: [readSettings, manageSettings],
  events: [settingChanged, jobGivenUp, invariantBroken],
  sweeps: [checkInvariants, tidy],
  settings: [brand],
  personalData: [
    {
      table: 'kernel.refusals',
      columns: ['address'],
      purpose: 'to notice who tries to get around',
      onErasure: 'delete',
    },
  ],
});
