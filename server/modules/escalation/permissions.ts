import { permission } from '../../kernel/auth/roles.ts';

export const readEscalations = permission('escalation.read', {
  staff: ['administrator', 'support', 'operations'],
});
/** Raising tickets by hand, acknowledging, and taking back. */
export const escalate = permission('escalation.escalate', { staff: ['administrator', 'support'] });
/** Who is on call when. */
export const manageRotas = permission('escalation.rotas.manage', { staff: ['administrator', 'support'] });
/** When tickets are raised, and whom each level reaches. */
export const manageEscalation = permission('escalation.rules.manage', { staff: ['administrator'] });
