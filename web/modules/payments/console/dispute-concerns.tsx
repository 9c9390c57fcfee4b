import type { DisputeConcerns } from '../../../../server/modules/payments/dispute-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDisputeText } from '../text/desk-dispute.ts';

/** On the first page of the console: disputes that wait for an answer, the nearest deadlines first. */
export function Part() {
  const words = useDisputeText();
  const format = useFormat();
  const { data } = useSideData<DisputeConcerns>('/api/console/dispute-concerns', 'payments.dispute');
  return (
    <Card title={words.concerns} aside={<Link to={to.disputes({ group: 'to_answer' })}>{words.all}</Link>}>
      {data?.items.length === 0 && <p className="text-body text-muted">{words.none}</p>}
      <ul className="divide-y divide-line text-body">
        {data?.items.map(({ id, client, amount, reason, dueAt }) => (
          <li key={id} className="py-2 first:pt-0 last:pb-0">
            <p>
              <Link to={to.dispute(id)}>{`${client.name} · ${format.money(amount)}`}</Link>
            </p>
            <p className="text-13 text-muted">
              {words.reasons[reason]} · {words.due}{' '}
              {dueAt ? <Time value={dueAt} style="relative" /> : words.noDue}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
