import { permission } from '../../kernel/auth/roles.ts';

export const readAudit = permission('audit.facts.read', {
  members: ['owner'],
  staff: ['administrator'],
  whole: true,
});
/** Who was refused what and from where, as whoever keeps watch needs it. */
export const readSecurityEvents = permission('audit.security-events.read', {
  staff: ['administrator', 'operations'],
});
