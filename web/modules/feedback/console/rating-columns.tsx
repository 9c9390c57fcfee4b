import type { Rating } from '../../../../server/modules/feedback/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useCan } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskText } from '../text/desk.ts';
import { FollowUpState } from './follow-up-state.tsx';
import { Score } from './score.tsx';

/** What one rating says, and what can be done about it. */
export function useRatingColumns({
  onTake,
  onFinish,
}: {
  onTake: (rating: Rating) => void;
  onFinish: (rating: Rating) => void;
}): Column<Rating>[] {
  const words = useDeskText();
  const format = useFormat();
  const works = useCan('feedback.follow-ups.work');
  return [
    { key: 'score', header: words.given, card: 'figure', cell: ({ score }) => <Score value={score} /> },
    {
      key: 'ticket',
      header: words.ticket,
      card: 'title',
      cell: ({ ticket, organization, by, comment }) => (
        <span className="block max-w-xl">
          <Link to={consolePaths.ticket(ticket.id)} className="[overflow-wrap:anywhere]">
            #{ticket.number} {ticket.subject}
          </Link>
          <span className="block text-13 font-normal text-muted">
            {by}, {organization.name}
          </span>
          {comment && (
            <span className="mt-1 block font-normal [overflow-wrap:anywhere] whitespace-pre-line">
              {comment}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'agent',
      header: words.agent,
      card: 'rest',
      cell: ({ agent, queue }) => (
        <>
          <span className="block">{agent?.name ?? words.nobody}</span>
          <span className="block text-13 text-muted">{format.words(queue)}</span>
        </>
      ),
    },
    { key: 'when', header: words.when, card: 'when', cell: ({ answeredAt }) => <Time value={answeredAt} /> },
    {
      key: 'followUp',
      header: words.followUp.title,
      card: 'rest',
      cell: (rating) => {
        const { followUp } = rating;
        if (!followUp) return null;
        return (
          <span className="flex flex-col items-start gap-2">
            <FollowUpState followUp={followUp} />
            {followUp.outcome && (
              <span className="text-13 [overflow-wrap:anywhere] whitespace-pre-line text-muted">
                {followUp.outcome}
              </span>
            )}
            {works && followUp.state !== 'done' && (
              <span className="flex flex-wrap gap-2">
                {followUp.state === 'open' && (
                  <Button
                    weight="secondary"
                    aria-label={words.followUp.takeOf(rating.ticket.number)}
                    onClick={() => onTake(rating)}
                  >
                    {words.followUp.take}
                  </Button>
                )}
                <Button
                  weight="quiet"
                  aria-label={words.followUp.finishOf(rating.ticket.number)}
                  onClick={() => onFinish(rating)}
                >
                  {words.followUp.finish}
                </Button>
              </span>
            )}
          </span>
        );
      },
    },
  ];
}
