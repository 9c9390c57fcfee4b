import { permission } from '../../kernel/auth/roles.ts';

export const browseStore = permission('catalog.store.browse', { members: 'all' });
export const readCatalog = permission('catalog.read', { staff: 'all' });
export const changeCatalog = permission('catalog.change', { staff: ['administrator', 'operations'] });
