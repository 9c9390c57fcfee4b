import { defineModule } from '../../kernel/module.ts';

export const payments = defineModule({ name: 'payments' });
