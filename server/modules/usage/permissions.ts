import { permission } from '../../kernel/auth/roles.ts';

export const reportUsage = permission('usage.event.report', { staff: ['administrator', 'operations'] });
export const manageSources = permission('usage.source.manage', { staff: ['administrator'] });
