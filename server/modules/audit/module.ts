import { defineModule } from '../../kernel/module.ts';

export const audit = defineModule({ name: 'audit' });
