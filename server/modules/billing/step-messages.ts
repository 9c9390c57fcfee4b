import type { MessageKind, Reader } from '../../kernel/messages.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { canceledMessage, suspendedMessage } from '../services/index.ts';
import type { StepKind } from './domain/dunning/plan.ts';
import * as messages from './messages.ts';
import type { aboutInvoice } from './tellings.ts';

export type AboutInvoice = Awaited<ReturnType<typeof aboutInvoice>>;
export interface Written {
  subject: string;
  paragraphs: string[];
}

/** What a step writes, as its reader gets it: of the invoice, or of each service that is held or ended. `suspendOn`: where a hold follows. */
export function writtenAt(
  kind: StepKind,
  {
    about,
    suspendOn,
    services,
    reader,
  }: {
    about: AboutInvoice;
    suspendOn: CalendarDate | null;
    services: readonly { readonly names: { readonly id: string; readonly en: string } }[];
    reader: Reader;
  },
): Written[] {
  const say = <Data>(message: MessageKind<Data>, data: Data): Written => {
    const { subject, paragraphs } = message.text[reader.locale](data, reader);
    return { subject, paragraphs };
  };
  const written: Record<StepKind, () => Written[]> = {
    reminder: () => [say(messages.paymentReminder, about)],
    notice: () => [say(messages.overdueNotice, { ...about, suspendOn })],
    retry: () => [],
    late_fee: () => [],
    suspend: () =>
      services.map(({ names }) => say(suspendedMessage, { names, path: '/', reason: 'non_payment' })),
    terminate: () => services.map(({ names }) => say(canceledMessage, { names, path: '/' })),
  };
  return written[kind]();
}
