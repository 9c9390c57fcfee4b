import type { BillableTime } from '../../../../server/modules/worktime/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';

/** On a client's page: time that no invoice bills yet, where there is any. */
export function Part({ organizationId }: { organizationId: string }) {
  const words = useText();
  const { data } = useSideData<BillableTime>(
    `/api/console/clients/${organizationId}/billable-time`,
    'worktime.',
  );
  if (!data || data.items.length === 0) return null;
  const minutes = data.items.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    <Card
      title={words.title}
      aside={<Link to={consolePaths.billTime(organizationId)}>{words.bill.act}</Link>}
    >
      <p className="text-body">{words.bill.open(words.duration(minutes))}</p>
    </Card>
  );
}
