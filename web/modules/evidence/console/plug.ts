import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('dispute.sections', {
    id: 'evidence/pack',
    order: 10,
    need: 'evidence.pack.work',
    data: ['/api/console/disputes/:disputeId/evidence'],
    words: 'evidence/desk-pack',
    load: () => import('./pack.tsx'),
  });
}
