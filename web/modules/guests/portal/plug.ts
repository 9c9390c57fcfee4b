import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('dashboard.cards', {
    id: 'guests/claim-card',
    order: 5,
    data: ['/api/me/guests'],
    words: 'guests',
    load: () => import('./claim-card.tsx'),
  });
  registerSlot('account.beginning', {
    id: 'guests/claim-card',
    order: 10,
    data: ['/api/me/guests'],
    words: 'guests',
    load: () => import('./claim-card.tsx'),
  });
}
