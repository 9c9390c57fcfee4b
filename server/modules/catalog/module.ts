import { defineModule } from '../../kernel/module.ts';

export const catalog = defineModule({ name: 'catalog' });
