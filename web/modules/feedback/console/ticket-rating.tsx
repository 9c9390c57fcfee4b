import type { TicketRating } from '../../../../server/modules/feedback/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskText } from '../text/desk.ts';
import { FollowUpState } from './follow-up-state.tsx';
import { Score } from './score.tsx';

/** Beside a ticket: what its requester said of the help they got. */
export function Part({ ticketId }: { ticketId: string }) {
  const words = useDeskText();
  const { askedAt, rating } = useData<TicketRating>(`/api/console/tickets/${ticketId}/rating`, {
    facts: 'feedback.',
    subject: ticketId,
  });
  if (!askedAt) return null;
  return (
    <Card
      title={words.rating}
      aside={
        rating?.followUp &&
        rating.followUp.state !== 'done' && (
          <Link to={consolePaths.ratings({ followUp: 'waiting' })}>{words.followUp.see}</Link>
        )
      }
    >
      {rating ? (
        <div className="flex flex-col gap-2 text-body">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <Score value={rating.score} />
            <span className="text-13 text-muted">
              <Time value={rating.answeredAt} />
            </span>
          </p>
          {rating.comment && <p className="[overflow-wrap:anywhere] whitespace-pre-line">{rating.comment}</p>}
          {rating.followUp && <FollowUpState followUp={rating.followUp} />}
          {rating.followUp?.outcome && (
            <p className="text-13 text-muted [overflow-wrap:anywhere] whitespace-pre-line">
              {rating.followUp.outcome}
            </p>
          )}
        </div>
      ) : (
        <p className="text-body text-muted">
          {words.unanswered} <Time value={askedAt} />
        </p>
      )}
    </Card>
  );
}
