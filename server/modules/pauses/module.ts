import { defineModule } from '../../kernel/module.ts';
import { jobs, sweeps } from './jobs.ts';
import { routes } from './routes.ts';

export const pauses = defineModule({ name: 'pauses', routes, jobs, sweeps });
