import { defineModule } from '../../kernel/module.ts';

export const services = defineModule({ name: 'services' });
