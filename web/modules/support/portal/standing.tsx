import type { TicketDetail } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useText } from '../text/index.ts';

/** Settled for so long that a reply begins a new ticket. */
export function isOver({ reopenUntil }: Pick<TicketDetail, 'reopenUntil'>, now: Date): boolean {
  return reopenUntil !== null && new Date(reopenUntil) <= now;
}

const tones = {
  new: 'info',
  open: 'info',
  waiting_customer: 'attention',
  on_hold: 'info',
  resolved: 'good',
  closed: 'info',
} as const;

/** What its state means for who asked, and what comes next. */
export function Standing({ ticket }: { ticket: TicketDetail }) {
  const { ticket: words } = useText();
  const format = useFormat();
  const { status, waitingSince, answerMinutes, reopenUntil } = ticket;
  const usual = words.span(answerMinutes);
  const said = words.standing;
  const title = isOver(ticket, new Date())
    ? said.over
    : {
        new: said.new(usual),
        open: waitingSince ? said.open(usual) : said.working,
        waiting_customer: said.waiting_customer,
        on_hold: said.on_hold,
        resolved: said.resolved(reopenUntil ? format.date(reopenUntil) : ''),
        closed: said.closed(reopenUntil ? format.date(reopenUntil) : ''),
      }[status];
  return (
    <div className="mt-4" role="status">
      <Banner tone={tones[status]} title={title} />
    </div>
  );
}
