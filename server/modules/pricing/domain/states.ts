import { defineStates, type StateOf } from '../../../kernel/values/state-machine.ts';

/** `sending`: notices go out. `announced`: all have. Only before that it can be paused. */
export const campaignStates = defineStates({
  draft: ['sending', 'withdrawn'],
  sending: ['paused', 'announced', 'withdrawn'],
  paused: ['sending', 'withdrawn'],
  announced: ['sending', 'withdrawn'],
  withdrawn: [],
});
export type CampaignState = StateOf<typeof campaignStates>;

/**
 * `told`: the notice is on its way. `agreed`: it arrived, and the service is going to cost this. `applied`: it does. `undelivered`: staff
 * decide; until then the old price stays. `skipped`: the price of this service does not change, and why.
 */
export const moveStates = defineStates({
  waiting: ['told', 'undelivered', 'skipped', 'withdrawn'],
  told: ['agreed', 'undelivered', 'skipped', 'withdrawn'],
  undelivered: ['told', 'undelivered', 'agreed', 'skipped', 'withdrawn'],
  agreed: ['applied', 'skipped', 'withdrawn'],
  applied: [],
  skipped: [],
  withdrawn: [],
});
export type MoveState = StateOf<typeof moveStates>;

/** Those in which something is still going to come. */
export const openMoves = ['waiting', 'told', 'agreed', 'undelivered'] as const satisfies readonly MoveState[];

/** Why a notice counts as not arrived: no address took it, nobody may read it, or it arrived when its time was over. */
export const whyUndelivered = ['failed', 'nobody', 'late'] as const;
