import { permission } from '../../kernel/auth/roles.ts';

export const readAudit = permission('audit.facts.read', { members: ['owner'], staff: ['administrator'] });
