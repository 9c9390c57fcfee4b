import type { Proofs } from '../../../../server/modules/identity/contract.ts';
import { Button } from '../../../ui/button.tsx';
import { useProofText } from '../text/proof.ts';

export type Way = Proofs['methods'][number];

/** The other ways there are, below the one that is shown. */
export function OtherWays({
  ways,
  now,
  onChoose,
}: {
  ways: readonly Way[];
  now: Way;
  onChoose: (way: Way) => void;
}) {
  const text = useProofText();
  const others = ways.filter((way) => way !== now);
  if (others.length === 0) return null;
  return (
    <div className="flex flex-col border-t border-line pt-3">
      <p className="pb-1 text-13 text-muted">{text.step.other}</p>
      {others.map((way) => (
        <Button key={way} weight="quiet" className="justify-start! px-2!" wide onClick={() => onChoose(way)}>
          {text.ways[way]}
        </Button>
      ))}
    </div>
  );
}
