import type { ClientServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { useText as useTermText } from '../text/term.ts';
import { useEndQuote } from './use-end-quote.ts';

type Reason = 'staff' | 'abuse' | 'non_payment';
interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  service: ClientServiceDetail;
}

export function CancelDialog({ open, ...rest }: Props) {
  const { desk: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.cancelTitle}>
      <CancelForm {...rest} />
    </Dialog>
  );
}

function CancelForm({ onClose, url, service: { can, paidThrough, term } }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const termWords = useTermText();
  const format = useFormat();
  const quote = useEndQuote(url, term !== null && term.early.kind !== 'not');
  const later = can.cancelAtPeriodEnd === true && paidThrough !== null;
  // Where it is paid for up to the end of its term both are the same day.
  const withTerm = can.cancelAtTermEnd === true && term !== null && !(later && paidThrough === term.endsOn);
  const form = useForm({
    initial: {
      when: (later ? 'period_end' : withTerm ? 'term_end' : 'now') as 'period_end' | 'term_end' | 'now',
      fee: 'bill' as 'bill' | 'waive',
      reason: 'staff' as Reason,
      note: '',
    },
    check: ({ when, fee, note }) =>
      when === 'now' && quote?.leaving && fee === 'waive' && note.trim() === ''
        ? { note: termWords.waiveWhy }
        : {},
    send: ({ note, when, fee, reason }, key) => {
      const why = { reason, ...(note.trim() === '' ? {} : { note }) };
      if (when !== 'now' || !quote) return api.post(`${url}/cancel`, { when, ...why }, key);
      const waive = quote.leaving !== null && fee === 'waive';
      return api.post(`${url}/end`, { quote: quote.quote, waive, ...why }, key);
    },
    refresh: ['/api/console/services'],
    done: () => {
      onClose();
      toast({ words: words.canceled });
    },
  });
  const reasons = Object.entries(words.cancelReasons) as [Reason, string][];
  return (
    <Form form={form}>
      <RadioCards
        {...form.field('when')}
        label={words.cancelTitle}
        choices={[
          ...(later
            ? [{ value: 'period_end' as const, label: words.whenPeriodEnd(format.date(paidThrough)) }]
            : []),
          ...(withTerm
            ? [
                {
                  value: 'term_end' as const,
                  label: termWords.withTerm(format.date(term.endsOn)),
                },
              ]
            : []),
          { value: 'now' as const, label: words.whenNow, hint: words.whenNowHint },
        ]}
      />
      {form.values.when === 'now' && quote?.leaving && (
        <RadioCards
          {...form.field('fee')}
          label={termWords.fee}
          choices={[
            {
              value: 'bill' as const,
              label: termWords.bill(format.money(quote.leaving.total)),
              hint: format.words(quote.leaving.why),
            },
            { value: 'waive' as const, label: termWords.waive, hint: termWords.waiveHint },
          ]}
        />
      )}
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={reasons.map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...form.field('note')} label={words.note} rows={3} maxLength={2000} optional />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.cancelAct}
        </Button>
      </FormActs>
    </Form>
  );
}
