import { defineModule } from '../../kernel/module.ts';
import { forgetOld, rehearse } from './commands/rehearse.ts';
import { routes } from './routes.ts';

export const rehearsal = defineModule({
  name: 'rehearsal',
  migrations: ['20261128-0401-rehearsals.sql'],
  routes,
  jobs: [rehearse],
  sweeps: [forgetOld],
  personalData: [
    {
      table: 'rehearsal.rehearsals',
      columns: ['started_by'],
      purpose: 'to say who looked ahead',
      onErasure: 'delete',
    },
  ],
});
