import { brand } from './brand.ts';
import { jobGivenUp } from './jobs/run.ts';
import { defineModule } from './module.ts';
import { manageSettings, readSettings, settingsRoutes } from './settings-routes.ts';
import { settingChanged } from './settings.ts';
import { checkInvariants, invariantBroken, tidy } from './sweeps.ts';

/** What the kernel itself brings: its tables, its facts, the settings and the brand. */
export const kernel = defineModule({
  name: 'kernel',
  migrations: ['20261121-0900-kernel.sql'],
  routes: settingsRoutes,
  permissions: [readSettings, manageSettings],
  events: [settingChanged, jobGivenUp, invariantBroken],
  sweeps: [checkInvariants, tidy],
  settings: [brand],
});
