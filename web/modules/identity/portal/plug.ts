import { whenProofRequired, whenStepOwed } from '../../../kernel/api/client.ts';
import { paths } from '../../../kernel/paths.ts';
import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  whenProofRequired(async () => (await import('../proof/ask-proof.tsx')).askProof());
  whenStepOwed(() => {
    if (location.pathname !== paths.secondStep()) location.assign(paths.secondStep());
  });
  registerSlot('dashboard.cards', {
    id: 'identity/second-step-reminder',
    order: 35,
    data: ['/api/me/factors'],
    words: 'identity/proof',
    load: () => import('./second-step-reminder.tsx'),
  });
  registerSlot('organization.sections', {
    id: 'identity/organization-step',
    order: 50,
    need: 'organizations.members.manage',
    load: () => import('./organization-step.tsx'),
  });
  registerSlot('organization.sections', {
    id: 'identity/organization-limits',
    order: 55,
    need: 'organizations.members.manage',
    words: 'identity/limits',
    load: () => import('./organization-limits.tsx'),
  });
}
