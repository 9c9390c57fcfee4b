import { defineModule } from '../../kernel/module.ts';

export const provisioning = defineModule({ name: 'provisioning' });
