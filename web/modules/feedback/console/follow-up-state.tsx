import type { Rating } from '../../../../server/modules/feedback/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useDeskText } from '../text/desk.ts';

/** How far somebody got with a bad rating, and who. */
export function FollowUpState({ followUp }: { followUp: NonNullable<Rating['followUp']> }) {
  const { followUp: words } = useDeskText();
  const { state, takenBy, doneBy } = followUp;
  const who = state === 'done' ? doneBy : takenBy?.name;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusChip tone={state === 'open' ? 'attention' : state === 'taken' ? 'info' : 'good'}>
        {words.states[state]}
      </StatusChip>
      {who && <span className="text-13 font-normal text-muted">{who}</span>}
    </span>
  );
}
