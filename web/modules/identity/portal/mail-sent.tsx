import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';

/** After a link was mailed: where to look, and the way back. */
export function MailSent({ words, onOther }: { words: string; onOther: () => void }) {
  const { mailed } = useText();
  return (
    <BareCard title={mailed.title}>
      <div role="status" className="flex flex-col gap-4 text-body">
        <div className="flex items-start gap-3">
          <span className="grid size-10 shrink-0 place-items-center rounded-full bg-good-soft text-good">
            <Icon name="mail" />
          </span>
          <p className="min-w-0">{words}</p>
        </div>
        <p className="text-muted">{mailed.nothing}</p>
        <Button weight="secondary" wide onClick={onOther}>
          {mailed.other}
        </Button>
      </div>
    </BareCard>
  );
}
