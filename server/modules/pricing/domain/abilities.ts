import { unless } from '../../../kernel/values/state-machine.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import type { CampaignState, MoveState } from './states.ts';

export type MoveAct = 'resend' | 'deliver' | 'leave';

/** What staff may do about one move. `told`: a notice went out once, so it says from when the price is. */
export function moveAbilities({
  state,
  campaign,
  told,
}: {
  state: MoveState;
  campaign: CampaignState;
  told: boolean;
}): Record<MoveAct, Ability> {
  const waits = { not_undelivered: state !== 'undelivered', withdrawn: campaign === 'withdrawn' };
  return { resend: unless(waits), deliver: unless({ ...waits, never_told: !told }), leave: unless(waits) };
}

/** What may be done about a campaign. */
export function campaignAbilities(
  state: CampaignState,
): Record<'change' | 'approve' | 'pause' | 'resume' | 'withdraw', Ability> {
  const draft = unless({ approved_already: state !== 'draft' });
  return {
    change: draft,
    approve: draft,
    pause: unless({ not_sending: state !== 'sending' }),
    resume: unless({ not_paused: state !== 'paused' }),
    withdraw: unless({ withdrawn: state === 'withdrawn' }),
  };
}
