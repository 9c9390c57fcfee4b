import { defineModule } from '../../kernel/module.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const audit = defineModule({ name: 'audit', routes, permissions: Object.values(permissions) });
