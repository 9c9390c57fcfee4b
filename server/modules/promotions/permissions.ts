import { permission } from '../../kernel/auth/roles.ts';

export const readPromotions = permission('promotions.read', { staff: 'all' });
export const managePromotions = permission('promotions.manage', { staff: ['administrator', 'finance'] });
