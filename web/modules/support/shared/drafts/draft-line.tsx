import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useDraftText } from '../../text/drafts.ts';
import type { Keeper, Standing } from './keeper.ts';

/** Whether what is written is kept: a quiet word, and a question where another device knows better. */
export function DraftLine({
  standing,
  keeper,
  className,
}: {
  standing: Standing;
  keeper: Keeper;
  /** Of the word. */
  className?: string;
}) {
  const words = useDraftText();
  if (standing.at === 'newer') return <Newer standing={standing} keeper={keeper} />;
  if (standing.at === 'saved')
    return <span className={`text-12 text-muted ${className}`}>{words.saved}</span>;
  if (standing.at !== 'here') return null;
  return (
    <p role="status" className="flex items-start gap-1.5 pt-1 text-13 text-attention">
      <Icon name="danger" size={16} className="mt-0.5 shrink-0" />
      {words.here}
    </p>
  );
}

function Newer({
  standing: { other },
  keeper,
}: {
  standing: Extract<Standing, { at: 'newer' }>;
  keeper: Keeper;
}) {
  const words = useDraftText();
  const format = useFormat();
  return (
    <div role="status" className="my-1 flex flex-col gap-2 rounded border border-line bg-sunken p-3 text-13">
      <p className="font-medium">{other ? words.newer(format.relative(other.savedAt)) : words.gone}</p>
      {other && (
        <blockquote className="max-h-32 overflow-y-auto border-s-2 border-line-strong ps-2 break-words whitespace-pre-line text-muted">
          {[other.subject, other.text, ...other.files.map(({ name }) => name)].filter(Boolean).join('\n')}
        </blockquote>
      )}
      <div className="flex flex-wrap gap-2">
        <Button weight="secondary" onClick={() => keeper.choose('other')}>
          {other ? words.takeOther : words.drop}
        </Button>
        <Button weight="secondary" onClick={() => keeper.choose('mine')}>
          {words.keepMine}
        </Button>
        {other && (
          <Button weight="secondary" onClick={() => keeper.choose('both')}>
            {words.both}
          </Button>
        )}
      </div>
    </div>
  );
}
