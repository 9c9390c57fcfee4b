import type { ClientTicketDetail } from '../../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Card } from '../../../../ui/card.tsx';
import { ClockList } from '../../shared/levels/clock-list.tsx';
import { useDeskLevels } from '../../text/desk-levels.ts';

/** What was promised for a ticket, also what clients do not see. */
export function ClocksCard({ clocks }: Pick<ClientTicketDetail, 'clocks'>) {
  const words = useDeskLevels();
  const format = useFormat();
  if (clocks.length === 0) return null;
  return (
    <Card title={words.facts}>
      <ClockList clocks={clocks.map((clock) => ({ ...clock, name: format.words(clock.policy.titles) }))} />
    </Card>
  );
}
