import { permission } from '../../kernel/auth/roles.ts';

export const readDashboard = permission('home.dashboard.read', { members: 'all' });
export const readToday = permission('home.today.read', { staff: 'all' });
export const search = permission('home.search.use', { members: 'all' });
export const searchEverything = permission('home.search.everything', { staff: 'all' });
