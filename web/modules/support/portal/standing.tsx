import type { TicketDetail } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useText } from '../text/index.ts';

/** Settled for so long that a reply begins a new ticket. */
export function isOver(
  { reopenUntil, mergedInto }: Pick<TicketDetail, 'reopenUntil' | 'mergedInto'>,
  now: Date,
): boolean {
  return mergedInto === null && reopenUntil !== null && new Date(reopenUntil) <= now;
}

const tones = {
  new: 'info',
  open: 'info',
  waiting_customer: 'attention',
  waiting_third_party: 'info',
  on_hold: 'info',
  resolved: 'good',
  closed: 'info',
  merged: 'info',
  spam: 'info',
} as const;

/** What its state means for who asked, and what comes next. */
export function Standing({ ticket }: { ticket: TicketDetail }) {
  const { ticket: words, number } = useText();
  const format = useFormat();
  const { status, waitingSince, answerMinutes, reopenUntil, mergedInto } = ticket;
  const usual = words.span(answerMinutes);
  const said = words.standing;
  const untilThen = reopenUntil ? format.date(reopenUntil) : '';
  const title = mergedInto
    ? said.merged(number(mergedInto.number))
    : isOver(ticket, new Date())
      ? said.over
      : {
          new: said.new(usual),
          open: waitingSince ? said.open(usual) : said.working,
          waiting_customer: said.waiting_customer,
          waiting_third_party: said.waiting_third_party,
          on_hold: said.on_hold,
          resolved: said.resolved(untilThen),
          closed: said.closed(untilThen),
          merged: '',
          spam: said.closed(untilThen),
        }[status];
  return (
    <div className="mt-4" role="status">
      <Banner tone={tones[status]} title={title} />
    </div>
  );
}
