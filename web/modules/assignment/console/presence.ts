import type { Duty } from '../../../../server/modules/assignment/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Tone } from '../../../ui/status-chip.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

export type Standing = Pick<Duty, 'state' | 'away' | 'awayUntil'>;

const lengths = ['30', '60', '120', '240', '1440', '4320', '10080'] as const;
export type Choice = 'here' | 'away' | 'stay' | (typeof lengths)[number];

export const looks: Record<Duty['state'], { tone: Tone; icon: IconName }> = {
  here: { tone: 'good', icon: 'done' },
  away: { tone: 'attention', icon: 'pause' },
  off_duty: { tone: 'neutral', icon: 'moon' },
  full: { tone: 'info', icon: 'box' },
};

/** How somebody stands, in words. */
export function useStateWords(): (of: Standing) => string {
  const words = useText();
  const format = useFormat();
  return ({ state, awayUntil }) =>
    state === 'away' && awayUntil ? words.awayUntil(format.dateTime(awayUntil)) : words.states[state];
}

/** What one may say of somebody, beginning with what is so. */
export function usePresenceChoices(now: Standing): { value: Choice; label: string }[] {
  const { choices } = useText().duty;
  const format = useFormat();
  return [
    { value: 'here', label: choices.here },
    ...(now.awayUntil
      ? [{ value: 'stay' as const, label: choices.stay(format.dateTime(now.awayUntil)) }]
      : []),
    { value: 'away', label: choices.away },
    ...lengths.map((value) => ({ value, label: choices[value] })),
  ];
}

export const choiceOf = ({ away, awayUntil }: Standing): Choice =>
  !away ? 'here' : awayUntil ? 'stay' : 'away';

/** What is sent; null where it stays as it is. */
export function presenceFor(choice: Choice, now: Standing): { away: boolean; until: string | null } | null {
  if (choice === choiceOf(now)) return null;
  if (choice === 'here') return { away: false, until: null };
  if (choice === 'away' || choice === 'stay') return { away: true, until: null };
  return { away: true, until: new Date(Date.now() + Number(choice) * 60_000).toISOString() };
}
