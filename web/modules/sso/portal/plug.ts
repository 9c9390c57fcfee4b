import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('organization.sections', {
    id: 'sso/sso-card',
    order: 60,
    need: 'sso.connection.manage',
    load: () => import('./sso-card.tsx'),
  });
}
