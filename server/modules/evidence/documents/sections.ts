import { formatDate } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { formatMoney, fromJson } from '../../../kernel/values/money.ts';
import type { Locale, MoneyJson } from '../../../kernel/values/money.ts';
import type { Section } from '../../billing/index.ts';
import type { Collected, EvidencePart } from '../contract.ts';
import { evidenceWords } from './words.ts';
import type { EvidenceWords } from './words.ts';

/** ISO 8601 without fractions, in UTC: a bank anywhere reads it alike. */
export const timeOf = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 19)}`;

const sum = (amount: unknown, locale: Locale) => formatMoney(fromJson(amount as MoneyJson), locale);

type SignIn = NonNullable<NonNullable<Collected['order']>['signIn']>;
const from = ({ at, address, country, agent }: SignIn) =>
  `${[address, country].filter(Boolean).join(', ')} (${timeOf(at)} UTC) · ${agent}`;

type Writer = (collected: Collected, words: EvidenceWords, locale: Locale) => Omit<Section, 'heading'> | null;

const writers: Record<Exclude<EvidencePart, 'tickets'>, Writer> = {
  order: ({ order }, words, locale) =>
    order && {
      facts: [
        { label: words.number, value: order.number },
        { label: words.placed, value: `${timeOf(order.placedAt)} UTC` },
        { label: words.placedBy, value: order.placedBy },
        ...(order.signIn ? [{ label: words.signedInFrom, value: from(order.signIn) }] : []),
        {
          label: words.items,
          value: order.items.map(({ names, quantity }) => `${quantity} × ${names[locale]}`).join('\n'),
        },
        { label: words.total, value: sum(order.total, locale) },
      ],
    },
  terms: ({ terms }, words, locale) =>
    terms && {
      facts: [
        { label: words.version, value: String(terms.version) },
        { label: words.accepted, value: `${timeOf(terms.acceptedAt)} UTC` },
        { label: words.acceptedBy, value: terms.by },
      ],
      text: terms.text[locale],
    },
  invoices: ({ invoices }, words, locale) => ({
    table: {
      columns: [words.number, words.issued, words.due, words.what, words.amount],
      rows: invoices.map((invoice) => [
        invoice.number ?? '–',
        formatDate(invoice.issuedOn as CalendarDate, locale, 'long'),
        formatDate(invoice.dueOn as CalendarDate, locale, 'long'),
        invoice.lines.map((line) => line[locale]).join('\n'),
        sum(invoice.total, locale),
      ]),
    },
  }),
  payment: ({ payment }, words, locale) =>
    payment && {
      facts: [
        { label: words.amount, value: sum(payment.amount, locale) },
        { label: words.received, value: `${timeOf(payment.receivedAt)} UTC` },
        { label: words.paidWith, value: payment.paidWith },
        { label: words.secure, value: payment.authenticated ? words.secureYes : words.secureNo },
        { label: words.startedBy, value: payment.startedBy ?? words.byAgreement },
        ...(payment.signIn ? [{ label: words.signedInFrom, value: from(payment.signIn) }] : []),
        { label: words.receipt, value: payment.receipt?.number ?? '–' },
        { label: words.gateway, value: [payment.gateway, payment.reference].filter(Boolean).join(' · ') },
      ],
    },
  refunds: ({ refunds }, words, locale) => ({
    table: {
      columns: [words.asked, words.amount, words.reason, words.state],
      rows: refunds.map(({ amount, state, reason, askedAt }) => [
        timeOf(askedAt),
        sum(amount, locale),
        reason,
        words.refunds[state],
      ]),
    },
  }),
  delivery: ({ delivery }, words, locale) => ({
    facts: delivery.map(({ names, activatedAt }) => ({
      label: names[locale],
      value: activatedAt ? `${words.running} ${timeOf(activatedAt)} UTC` : '–',
    })),
    table: {
      columns: [words.time, words.service, words.step, words.result],
      rows: delivery.flatMap(({ names, operations }) =>
        operations.map(({ kind, at, done }) => [
          timeOf(at),
          names[locale],
          words.steps[kind],
          done ? words.done : words.failed,
        ]),
      ),
    },
  }),
  signIns: ({ signIns }, words) => ({
    table: {
      columns: [words.time, words.name, words.address, words.device],
      rows: signIns.map(({ at, name, address, country, agent }) => [
        timeOf(at),
        name,
        [address, country].filter(Boolean).join(', '),
        agent,
      ]),
    },
  }),
  activity: ({ activity }, words) =>
    activity && {
      text: words.activityText(
        activity.acts,
        activity.people,
        timeOf(activity.first),
        `${timeOf(activity.last)} UTC`,
      ),
    },
  messages: ({ messages }, words) => ({
    table: {
      columns: [words.time, words.subject, words.to, words.state],
      rows: messages.map(({ at, subject, to, sent }) => [
        timeOf(at),
        subject,
        to,
        sent ? words.sent : words.notSent,
      ]),
    },
  }),
};

/** Parts of which the records have nothing. */
export function isEmpty(collected: Collected, part: EvidencePart): boolean {
  const found = collected[part];
  return found === null || (Array.isArray(found) && found.length === 0);
}

/** The chosen parts as they stand on the paper, in order; of what there is nothing, nothing. Pure. */
export function sectionsOf(collected: Collected, parts: readonly EvidencePart[], locale: Locale): Section[] {
  const words = evidenceWords[locale];
  return parts
    .filter((part) => !isEmpty(collected, part))
    .flatMap((part): Section[] => {
      const heading = words.parts[part];
      if (part !== 'tickets') {
        const body = writers[part](collected, words, locale);
        return body ? [{ heading, ...body }] : [];
      }
      return collected.tickets.map(({ number, subject, messages }) => ({
        heading: words.ticket(number, subject),
        table: {
          columns: [words.time, words.name, words.said],
          rows: messages.map(({ at, by, name, text }) => [timeOf(at), `${name} (${words.by[by]})`, text]),
        },
      }));
    });
}
