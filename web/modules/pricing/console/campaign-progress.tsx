import type { PriceCampaign } from '../../../../server/modules/pricing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { countMoves } from './campaign-state.tsx';

/** How far the notices are, and those that staff must decide on. */
export function CampaignProgress({
  campaign: { moves },
  only,
  onOnly,
}: {
  campaign: PriceCampaign;
  only: 'undelivered' | null;
  onOnly: (only: 'undelivered' | null) => void;
}) {
  const { page: words, moves: names } = useText();
  const format = useFormat();
  const { all, done } = countMoves(moves);
  const told = words.told(format.number(done), format.number(all));
  const states = (Object.keys(names) as (keyof typeof moves)[]).filter((state) => moves[state] > 0);
  return (
    <Card title={words.progress}>
      <div className="flex flex-col gap-3 text-body">
        <progress value={done} max={all} aria-label={told} className="h-2 w-full accent-accent" />
        <p aria-live="polite">{told}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13 text-muted">
          {states.map((state) => (
            <li key={state}>
              {names[state]}: {format.number(moves[state])}
            </li>
          ))}
        </ul>
        {moves.undelivered > 0 && (
          <Banner
            tone="attention"
            title={words.needsYou(moves.undelivered)}
            act={
              <Button weight="secondary" onClick={() => onOnly(only ? null : 'undelivered')}>
                {only ? words.showAll : words.show}
              </Button>
            }
          >
            {words.needsYouHint}
          </Banner>
        )}
      </div>
    </Card>
  );
}
