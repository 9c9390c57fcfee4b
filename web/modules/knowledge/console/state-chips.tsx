import type { ArticleRow } from '../../../../server/modules/knowledge/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks = {
  draft: { tone: 'neutral', icon: 'edit' },
  published: { tone: 'good', icon: 'eye' },
  archived: { tone: 'neutral', icon: 'box' },
} as const;

/** Where an article stands, and whether readers lack what was edited since. */
export function StateChips({ article }: { article: Pick<ArticleRow, 'state' | 'changed'> }) {
  const { states, edits } = useText();
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <StatusChip {...looks[article.state]}>{states[article.state]}</StatusChip>
      {article.state === 'published' && article.changed && (
        <StatusChip tone="attention" icon="edit">
          {edits}
        </StatusChip>
      )}
    </span>
  );
}
