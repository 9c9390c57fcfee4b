import { useState } from 'react';
import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { useText as useTermText } from '../text/term.ts';

export type Reason = keyof Text['canceling']['reasons'];
export interface Leaving {
  when: 'now' | 'period_end' | 'term_end';
  reason: Reason | '';
  note: string;
}

export function ChooseEnd({
  service,
  leaving,
  onNext,
}: {
  service: ServiceDetail;
  leaving: Leaving;
  onNext: (leaving: Leaving) => void;
}) {
  const { canceling: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const { to } = useOrganization();
  const [values, setValues] = useState(leaving);
  const [refused, setRefused] = useState(false);
  const set = (change: Partial<Leaving>) => setValues((before) => ({ ...before, ...change }));
  const { paidThrough, can } = service;
  const later = can.cancelAtPeriodEnd === true && paidThrough !== null;
  const term = useTermText();
  // Where it is paid for up to the end of its term both are the same day.
  const withTerm =
    can.cancelAtTermEnd === true && service.term !== null && !(later && paidThrough === service.term.endsOn);
  const reasons = Object.entries(words.reasons) as [Reason, string][];
  return (
    <form
      noValidate
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(values.reason === '');
        if (values.reason !== '') onNext(values);
      }}
    >
      <Card>
        <RadioCards
          name="when"
          label={words.when}
          value={values.when}
          onValue={(when) => set({ when })}
          choices={[
            ...(later
              ? [
                  {
                    value: 'period_end' as const,
                    label: words.atPeriodEnd(format.date(paidThrough)),
                    hint: words.atPeriodEndHint,
                  },
                ]
              : []),
            ...(withTerm
              ? [
                  {
                    value: 'term_end' as const,
                    label: term.withTerm(format.date(service.term!.endsOn)),
                    hint: term.withTermHint,
                  },
                ]
              : []),
            ...(can.cancelNow === true
              ? [
                  {
                    value: 'now' as const,
                    label: words.now,
                    hint: service.term ? term.nowCosts : later ? words.nowHint : words.nowHintUnpaid,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Card className="flex flex-col gap-4">
        <div className="flex flex-col gap-4">
          <RadioCards
            name="reason"
            label={words.why}
            columns={2}
            error={refused && values.reason === '' ? text.fieldProblems.invalid_value : undefined}
            value={values.reason}
            onValue={(reason) => set({ reason })}
            choices={reasons.map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name="note"
            label={words.note}
            optional
            rows={3}
            maxLength={2000}
            value={values.note}
            onValue={(note) => set({ note })}
          />
        </div>
      </Card>
      <FormActs>
        <Button type="submit">{words.review}</Button>
        <LinkButton weight="secondary" to={to.service(service.id)} className="max-sm:w-full">
          {words.keep}
        </LinkButton>
      </FormActs>
    </form>
  );
}
