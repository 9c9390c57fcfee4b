import type { Example } from '../../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { formats } from '../../../../kernel/format/use-format.ts';
import { withQuery } from '../../../../kernel/pages/match.ts';
import { useSideData } from '../../../../kernel/query/use-data.ts';
import { Card } from '../../../../ui/card.tsx';
import { useDeskLevels } from '../../text/desk-levels.ts';
import { minutesIn } from './policy-form.ts';

/** What the promise means for a ticket opened on Friday at 16:50, in the calendar's own zone. */
export function WorkedExample({
  calendar,
  first,
  resolution,
}: {
  calendar: string;
  first: string;
  resolution: string;
}) {
  const { policy: words } = useDeskLevels();
  const own = useFormat();
  const asked = { first: minutesIn(first) || null, resolution: minutesIn(resolution) || null };
  const { data } = useSideData<Example>(
    calendar && withQuery('/api/console/service-levels/example', { calendar, ...asked }),
  );
  if (!data || (asked.first === null && asked.resolution === null)) return null;
  const format = formats({ locale: own.locale, timeZone: data.zone, dateStyle: own.dateStyle });
  const said = (instant: string | null) => (instant ? format.full(instant) : words.beyond);
  return (
    <Card title={words.example}>
      <div role="status" className="text-body">
        <p>{words.exampleText(format.full(data.openedAt), data.zone)}</p>
        <ul className="mt-2 list-disc ps-5">
          {asked.first !== null && <li>{words.exampleFirst(said(data.first))}</li>}
          {asked.resolution !== null && <li>{words.exampleEnd(said(data.resolution))}</li>}
        </ul>
      </div>
    </Card>
  );
}
