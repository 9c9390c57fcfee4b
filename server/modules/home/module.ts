import { defineModule } from '../../kernel/module.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const home = defineModule({ name: 'home', routes, permissions: Object.values(permissions) });
