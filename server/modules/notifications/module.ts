import { defineModule } from '../../kernel/module.ts';

export const notifications = defineModule({ name: 'notifications' });
