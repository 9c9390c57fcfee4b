import type { AssignmentDecision, TicketAssignment } from '../../../../server/modules/assignment/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

type Considered = AssignmentDecision['considered'];

/** Beside a ticket: to whom it was given by itself and why, or why nobody has it yet. */
export function Part({ ticketId }: { ticketId: string }) {
  const { card: words } = useText();
  const format = useFormat();
  const { data } = useSideData<TicketAssignment>(`/api/console/tickets/${ticketId}/assignment`, [
    { facts: 'support.', subject: ticketId },
    { facts: 'assignment.', subject: ticketId },
    'assignment.presence-changed',
  ]);
  if (!data || (!data.waiting && data.decisions.length === 0)) return null;
  const { waiting, decisions } = data;
  return (
    <Card title={words.title}>
      {waiting && (
        <div className="mb-3 text-body last:mb-0">
          <p className="font-medium">{words.waiting(format.words(waiting.queue))}</p>
          <p className="text-13 text-muted">
            {words.since} <Time value={waiting.since} />
            {waiting.tier && ` · ${words.tier(format.words(waiting.tier))}`}
          </p>
          <People label={words.whyNot} considered={waiting.considered} />
        </div>
      )}
      {decisions.length > 0 && (
        <ul className="divide-y divide-line text-body">
          {decisions.slice(0, 3).map((decision) => (
            <li key={decision.id} className="py-2.5 first:pt-0 last:pb-0">
              <Decision of={decision} />
            </li>
          ))}
        </ul>
      )}
      {decisions.length > 3 && (
        <details className="mt-2 text-body">
          <summary className="min-h-9 cursor-pointer text-13 text-muted">{words.earlier}</summary>
          <ul className="divide-y divide-line">
            {decisions.slice(3).map((decision) => (
              <li key={decision.id} className="py-2.5">
                <Decision of={decision} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Decision({ of }: { of: AssignmentDecision }) {
  const { card: words } = useText();
  const format = useFormat();
  const { kind, person, way, queue, toQueue, considered, madeAt } = of;
  const name = person?.name || words.somebody;
  const own = considered.find((one) => one.person.id === person?.id);
  const said = {
    given: () => words.given[way ?? 'hand'](name),
    passed_on: () => words.passedOn(format.words(queue), toQueue ? format.words(toQueue) : ''),
    taken_back: () => words.takenBack(name, format.words(queue)),
  };
  return (
    <>
      <p className="font-medium">{said[kind]()}</p>
      <p className="text-13 text-muted">
        <Time value={madeAt} />
        {own && `, ${words.before(own.load, own.capacity)}`}
      </p>
      {considered.length > 1 && (
        <People label={words.why} considered={considered.filter((one) => one !== own)} />
      )}
    </>
  );
}

/** Everybody with what they had, or why they could not have it. */
function People({ label, considered }: { label: string; considered: Considered }) {
  const { card: words } = useText();
  const format = useFormat();
  const reason = ({ no, load, capacity, lacks }: Considered[number]) => {
    if (no === 'full') return words.reasons.full(load, capacity);
    if (no === 'lacks_skills') return words.reasons.lacks_skills(format.list(lacks));
    return no ? words.reasons[no] : words.reasons.fits(load, capacity);
  };
  return (
    <details>
      <summary className="min-h-9 cursor-pointer py-1.5 text-13 text-muted sm:min-h-0">{label}</summary>
      {considered.length === 0 ? (
        <p className="text-13 text-muted">{words.nobody}</p>
      ) : (
        <ul className="text-13">
          {considered.map((one) => (
            <li key={one.person.id} className="py-0.5 [overflow-wrap:anywhere]">
              {one.person.name || words.somebody}: {reason(one)}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
