import { useState } from 'react';
import type { Factors, NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useFactorText } from '../text/factors.ts';
import { factorsUrl } from './factors-url.ts';

const url = '/api/me/phone';
type Channel = Factors['texting'][number];
interface Asked {
  number: string;
  channel: Channel;
}

/** Two steps: the number and the way to it, then the code that was sent there. */
export function AddPhone({
  channels,
  change,
  onClose,
  onCodes,
}: {
  channels: readonly Channel[];
  change: boolean;
  onClose: () => void;
  onCodes: (codes: NewCodes) => void;
}) {
  const { phone: words } = useFactorText();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Dialog open onClose={onClose} title={change ? words.change : words.add}>
      {asked ? (
        <Confirm
          asked={asked}
          onAgain={() => setAsked(null)}
          onDone={(codes) => {
            onClose();
            toast({ words: words.done });
            onCodes(codes);
          }}
        />
      ) : (
        <Ask channels={channels} onAsked={setAsked} />
      )}
    </Dialog>
  );
}

function Ask({ channels, onAsked }: { channels: readonly Channel[]; onAsked: (asked: Asked) => void }) {
  const { phone: words } = useFactorText();
  const form = useForm({
    initial: { number: '', channel: channels[0]! },
    send: (values, key) => api.post<unknown>(url, values, key),
    done: (_, values) => onAsked(values),
  });
  return (
    <Form form={form}>
      <Banner tone="info" title={words.riskTitle}>
        {words.riskWords}
      </Banner>
      <TextField
        {...form.field('number')}
        label={words.number}
        hint={words.numberHint}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
      />
      {channels.length > 1 && (
        <RadioCards
          {...form.field('channel')}
          label={words.by}
          columns={2}
          choices={channels.map((value) => ({ value, label: words.channels[value] }))}
        />
      )}
      <Button type="submit" wide busy={form.busy}>
        {words.send}
      </Button>
    </Form>
  );
}

function Confirm({
  asked: { number, channel },
  onDone,
  onAgain,
}: {
  asked: Asked;
  onDone: (codes: NewCodes) => void;
  onAgain: () => void;
}) {
  const { phone: words } = useFactorText();
  const form = useForm({
    initial: { code: '' },
    send: (values) => api.put<NewCodes>(url, values),
    refresh: [factorsUrl],
    done: onDone,
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.sent(words.channels[channel], number)}</p>
      <TextField
        {...form.field('code')}
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        autoFocus
      />
      <Button type="submit" wide busy={form.busy}>
        {words.act}
      </Button>
      <Button weight="quiet" wide onClick={onAgain}>
        {words.again}
      </Button>
    </Form>
  );
}
