import { defineModule } from '../../kernel/module.ts';

export const support = defineModule({ name: 'support' });
