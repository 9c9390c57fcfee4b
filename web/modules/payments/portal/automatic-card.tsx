import type { AutomaticPayment } from '../../../../server/modules/payments/automatic-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Time } from '../../../ui/time.tsx';
import { AttemptState } from '../parts/attempt-state.tsx';
import { useAutomaticText } from '../text/automatic.ts';

/** Whether renewals are paid without asking, what is charged next and what was last. */
export function AutomaticCard() {
  const { title, mine } = useAutomaticText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const url = `${base}/automatic-payment`;
  const all = useData<AutomaticPayment>(url, ['payments.', 'billing.', 'services.']);
  const choose = useAct((body: { isOn: boolean; service?: string }, key) => api.post<void>(url, body, key), {
    refresh: [url],
    done: (_, { isOn }) => toast({ words: isOn ? mine.turnedOn : mine.turnedOff }),
  });
  if (!all.isOffered) {
    return (
      <Card title={title}>
        <p className="text-body text-muted">{mine.notOffered}</p>
      </Card>
    );
  }
  return (
    <Card title={title}>
      <Checkbox
        name="automatic"
        value={all.isOn}
        disabled={choose.busy}
        onValue={(isOn) => void choose.run({ isOn })}
        label={mine.on}
        hint={mine.onHint}
      />
      {all.isOn && all.services.length > 1 && (
        <fieldset className="mt-3 border-t border-line pt-3">
          <legend className="sr-only">{mine.services}</legend>
          <p className="mb-1 text-13 text-muted" aria-hidden="true">
            {mine.services}
          </p>
          {all.services.map(({ id, names, label, isOn }) => (
            <Checkbox
              key={id}
              name={id}
              value={isOn}
              disabled={choose.busy}
              onValue={(now) => void choose.run({ isOn: now, service: id })}
              label={label || format.words(names)}
              {...(label ? { hint: format.words(names) } : {})}
            />
          ))}
        </fieldset>
      )}
      <Charges all={all} />
    </Card>
  );
}

function Charges({ all: { planned, last } }: { all: AutomaticPayment }) {
  const { mine } = useAutomaticText();
  const { to } = useOrganization();
  const format = useFormat();
  return (
    <dl className="mt-3 flex flex-col gap-3 border-t border-line pt-3 text-body">
      {planned.length > 0 && (
        <div>
          <dt className="text-13 text-muted">{mine.nextTitle}</dt>
          {planned.map(({ invoice, amount, at, with: card }) => (
            <dd key={invoice.id} className="mt-1">
              <Link to={to.invoice(invoice.id)}>{mine.next(format.money(amount), invoice.number ?? '')}</Link>
              <span className="block text-13 text-muted">{mine.nextWith(format.dateTime(at), card)}</span>
            </dd>
          ))}
        </div>
      )}
      <div>
        <dt className="text-13 text-muted">{mine.lastTitle}</dt>
        {last ? (
          <dd className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>
              <Link to={to.invoice(last.invoice.id)}>
                {mine.last(format.money(last.amount), last.paidWith)}
              </Link>
              <span className="block text-13 text-muted">
                <Time value={last.startedAt} style="dateTime" />
                {last.class && ` · ${mine.declined[last.class]}`}
              </span>
            </span>
            <AttemptState status={last.status} />
          </dd>
        ) : (
          <dd className="mt-1 text-muted">{mine.noLast}</dd>
        )}
      </div>
    </dl>
  );
}
