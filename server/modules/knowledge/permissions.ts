import { permission } from '../../kernel/auth/roles.ts';

export const readKnowledge = permission('knowledge.read', { staff: 'all' });
export const writeKnowledge = permission('knowledge.write', { staff: ['administrator', 'support'] });
