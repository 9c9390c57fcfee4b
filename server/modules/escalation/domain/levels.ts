import { defineStates } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';

/** Front line, second line, lead, management. */
export const levels = [0, 1, 2, 3] as const;
export const lastLevel = 3;

/** `armed` is what a rule will do if nothing changes, and is not kept. */
export const escalationStates = defineStates({
  fired: ['acknowledged', 'cleared'],
  acknowledged: ['cleared'],
  cleared: [],
});
export type EscalationState = StateOf<typeof escalationStates>;

export type Next =
  | { what: 'raised'; level: number; repeated: number }
  | { what: 'repeated'; level: number; repeated: number }
  | { what: 'exhausted'; level: number; repeated: number };

/** What follows when nobody has acknowledged in time. The last level is told `repeats` times again; then it ends, and says so. */
export function nextOf({ level, repeated }: { level: number; repeated: number }, repeats: number): Next {
  if (level < lastLevel) return { what: 'raised', level: level + 1, repeated };
  if (repeated < repeats) return { what: 'repeated', level, repeated: repeated + 1 };
  return { what: 'exhausted', level, repeated };
}
