import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('client.sections', {
    id: 'sso/client-sso',
    order: 90,
    need: 'sso.connection.read',
    load: () => import('./client-sso.tsx'),
  });
}
