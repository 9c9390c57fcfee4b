import { useState } from 'react';
import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { type Act, useAct } from '../../../kernel/query/use-act.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { BigState } from '../parts/big-state.tsx';
import { CopyLine } from '../parts/copy-line.tsx';
import { useText } from '../text/index.ts';
import { useCountdown } from './use-countdown.ts';

interface Props {
  url: string;
  attempt: AttemptView;
  check: Act<object, AttemptView>;
}

/** It is the payer's turn: where to send how much, what to scan, or where to go on. */
export function Waiting(props: Props) {
  const { payment: words } = useText();
  const { next } = props.attempt;
  if (!next) {
    return (
      <BigState tone="attention" title={words.brokenTitle} lead={words.brokenHint}>
        <Change {...props} />
      </BigState>
    );
  }
  if (next.kind === 'redirect') {
    return (
      <BigState tone="attention" title={words.goOnTitle} lead={words.goOnHint}>
        <div className="flex flex-col gap-2 sm:flex-row">
          <a href={next.url} className={buttonClass('primary')}>
            <Icon name="external" size={18} />
            {words.goOn}
          </a>
          <Change {...props} />
        </div>
      </BigState>
    );
  }
  const steps = next.kind === 'qr' ? words.stepsCode : words.stepsTransfer;
  return (
    <>
      <Card>
        <h2 className="text-20">{next.kind === 'qr' ? words.waitCode : words.waitTransfer}</h2>
        <p className="mt-1 text-body text-muted">
          {next.kind === 'qr' ? words.waitCodeHint : words.waitTransferHint}
        </p>
        {next.kind === 'qr' ? <Code attempt={props.attempt} code={next} /> : <Account next={next} />}
        <Deadline instant={next.expiresAt} />
        <Acts {...props} pageUrl={next.pageUrl} />
      </Card>
      <Card title={words.steps}>
        <ol className="flex list-decimal flex-col gap-2 ps-5 text-body">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
    </>
  );
}

type Next<Kind> = Extract<AttemptView['next'], { kind: Kind }>;

function Account({ next }: { next: Next<'transfer'> }) {
  const { payment: words } = useText();
  return (
    <dl className="mt-4 divide-y divide-line border-y border-line">
      <CopyLine term={`${words.account} · ${next.bank}`} value={next.accountNumber}>
        {next.accountNumber.replace(/(\d{4})(?=\d)/g, '$1 ')}
      </CopyLine>
      <CopyLine term={words.amount} value={String(next.amount.amount)}>
        <MoneyText value={next.amount} />
      </CopyLine>
    </dl>
  );
}

/** Black on white in both themes, with its quiet zone, since scanners need it so. */
function Code({ attempt, code }: { attempt: AttemptView; code: Next<'qr'> }) {
  const { payment: words } = useText();
  const format = useFormat();
  const side = code.size + 8;
  return (
    <figure className="mt-4 flex flex-col items-center gap-3 border-y border-line py-4">
      <svg
        role="img"
        aria-label={words.codeOf(format.money(attempt.amount))}
        viewBox={`-4 -4 ${side} ${side}`}
        shapeRendering="crispEdges"
        className="w-full max-w-72 rounded bg-white"
      >
        <path d={code.path} fill="#000" />
      </svg>
      <figcaption className="text-20 font-bold">
        <MoneyText value={attempt.amount} />
      </figcaption>
    </figure>
  );
}

function Deadline({ instant }: { instant: string }) {
  const { payment: words } = useText();
  const format = useFormat();
  const seconds = useCountdown(instant);
  const left = words.left(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60);
  return (
    <p className="mt-4 flex items-start gap-2 text-body">
      <span className="mt-0.5 text-muted">
        <Icon name="clock" size={18} />
      </span>
      <span>
        {words.until} <span className="font-medium">{format.dateTime(instant)}</span>{' '}
        <span className="text-muted tabular-nums">({seconds > 0 ? left : words.timeIsUp})</span>
      </span>
    </p>
  );
}

function Acts({ pageUrl, ...props }: Props & { pageUrl: string | null }) {
  const { payment: words } = useText();
  const [looked, setLooked] = useState(false);
  const { attempt, check } = props;
  const mayPay = useCan('payments.payment.make');
  return (
    <div className="mt-4 flex flex-col gap-3">
      {mayPay && (
        <div className="flex flex-col gap-2 sm:flex-row">
          <Button
            weight="secondary"
            icon="refresh"
            busy={check.busy}
            reason={attempt.can.check === true ? null : reasonWords(attempt.can.check.no)}
            onClick={() => void check.run({}).then(() => setLooked(true))}
          >
            {words.check}
          </Button>
          <Change {...props} />
        </div>
      )}
      <p role="status" className="text-13 text-muted">
        {looked && !check.busy ? words.nothingYet : ''}
      </p>
      {pageUrl && (
        <a
          href={pageUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1.5 text-13"
        >
          <Icon name="external" size={16} />
          {words.openPage}
        </a>
      )}
    </div>
  );
}

/** Ends this try first, so that there are never two ways to pay one invoice. */
function Change({ url, attempt }: Props) {
  const { payment: words } = useText();
  const { to } = useOrganization();
  const [asking, setAsking] = useState(false);
  const [invoice] = attempt.invoices;
  const other = attempt.purpose === 'deposit' ? to.addCredit() : to.paymentMethods();
  const back = invoice ? to.pay(invoice.id) : other;
  const cancel = useAct((body: object, key) => api.post<AttemptView>(`${url}/cancel`, body, key), {
    refresh: [url],
    done: () => goTo(back),
  });
  if (!useCan('payments.payment.make') || attempt.can.cancel !== true) return null;
  return (
    <>
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {words.change}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.changeTitle}
        effect={words.changeEffect}
        verb={words.change}
        busy={cancel.busy}
        onConfirm={() => void cancel.run({})}
      />
    </>
  );
}
