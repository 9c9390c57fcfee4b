import { defineModule } from '../../kernel/module.ts';

export const orders = defineModule({ name: 'orders' });
