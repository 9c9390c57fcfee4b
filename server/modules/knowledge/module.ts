import { defineModule } from '../../kernel/module.ts';

export const knowledge = defineModule({ name: 'knowledge' });
