import { useState } from 'react';
import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { refresh } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useText } from '../text/index.ts';
import { useText as useTermText } from '../text/term.ts';
import { useGivenBack } from './use-given-back.ts';
import type { Leaving, Reason } from './choose-end.tsx';

/** What the cancellation means, before it is one. Only what cannot be undone asks to be typed. */
export function ReviewEnd(props: {
  service: ServiceDetail;
  url: string;
  name: string;
  day: string | null;
  leaving: Leaving;
  onBack: () => void;
  onDone: (asked: boolean) => void;
}) {
  const { url, name, day, leaving, onBack, onDone } = props;
  const { canceling: words } = useText();
  const format = useFormat();
  const term = useTermText();
  const [asking, setAsking] = useState(false);
  const { when, reason, note } = leaving;
  const on = when === 'now' || day === null ? null : format.date(day);
  const cancel = useAct((body: object, key) => api.post<ServiceDetail>(`${url}/cancel`, body, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => onDone(false),
  });
  const inTerm = props.service.term !== null;
  const { given, may } = useGivenBack(url, on === null, inTerm);
  const asks = given?.needsApproval === true;
  const end = useAct((body: object, key) => api.post(`${url}/end`, body, key), {
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => onDone(asks),
    failed: (problem) => {
      setAsking(false);
      if (problem.code === 'quote_stale') void refresh(`${url}/changes`);
      toast({ words: problemWords(problem), tone: 'danger' });
    },
  });
  const why = { reason, ...(note.trim() === '' ? {} : { note }) };
  const run = () => void (given ? end.run({ quote: given.quote, ...why }) : cancel.run({ when, ...why }));
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Card title={words.summary}>
        <DefinitionList
          facts={[
            { term: words.service, value: name },
            { term: words.end, value: on ?? words.endNow },
            {
              term: words.invoices,
              value: when === 'term_end' && on ? term.invoicesUntil(on) : words.noMoreInvoices,
            },
            given &&
              given.leaving !== null && {
                term: term.fee,
                value: (
                  <>
                    {(asks ? term.feeOnceApproved : term.feeOf)(format.money(given.leaving.total))}
                    <span className="block text-13 font-normal text-muted">
                      {format.words(given.leaving.why)}
                    </span>
                  </>
                ),
              },
            given &&
              given.credit.amount > 0 && {
                term: words.givenBack,
                value: words.givenBackOf(format.money(given.credit)),
              },
            { term: words.data, value: on ? words.dataLater(on) : words.dataNow },
            { term: words.reason, value: words.reasons[reason as Reason] },
          ]}
        />
      </Card>
      {asks && <Banner tone="info" title={term.needsApproval} />}
      <div className="flex flex-col gap-2 sm:flex-row max-sm:[&>*]:w-full max-sm:[&_button]:w-full">
        <Button
          weight={asks ? 'primary' : 'destructive'}
          busy={cancel.busy || end.busy || (!on && inTerm && may && !given)}
          reason={!on && inTerm && !may ? term.mayNotSee : null}
          onClick={on || asks ? run : () => setAsking(true)}
        >
          {on ? words.actAt(on) : asks ? term.askFor(format.money(given.total)) : words.actNow}
        </Button>
        <Button weight="secondary" onClick={onBack}>
          {words.back}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.title(name)}
        effect={words.nowHintUnpaid}
        verb={words.actNow}
        destructive
        busy={cancel.busy || end.busy}
        typeFirst={words.typeFirst}
        onConfirm={run}
      />
    </div>
  );
}
