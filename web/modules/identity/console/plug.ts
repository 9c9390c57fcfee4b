import { whenProofRequired, whenStepOwed } from '../../../kernel/api/client.ts';
import { paths } from '../../../kernel/paths.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  whenProofRequired(async () => (await import('../proof/ask-proof.tsx')).askProof());
  whenStepOwed(() => {
    if (location.pathname !== paths.secondStep()) location.assign(paths.secondStep());
  });
  registerSlot('console.cards', {
    id: 'identity/second-step-reminder',
    order: 90,
    data: ['/api/me/factors'],
    load: () => import('../portal/second-step-reminder.tsx'),
  });
  registerSlot('client.member', {
    id: 'identity/member-recovery',
    order: 10,
    need: 'identity.recovery.manage',
    data: ['/api/console/recoveries?limit=200'],
    words: 'identity/recovery',
    load: () => import('./member-recovery.tsx'),
  });
}
