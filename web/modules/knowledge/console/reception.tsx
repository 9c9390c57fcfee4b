import type { StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';
import { CommentList } from './comment-list.tsx';

/** What readers made of an article. */
export function Reception({ article }: { article: StaffArticle }) {
  const { reception: words } = useText();
  const format = useFormat();
  const { yes, no } = article.helpful;
  return (
    <Card title={words.title}>
      <dl className="grid grid-cols-2 gap-4 text-body">
        <div>
          <dt className="text-13 text-muted">{words.opened}</dt>
          <dd className="text-20 font-bold tabular-nums">{format.number(article.opened)}</dd>
        </div>
        <div>
          <dt className="text-13 text-muted">{words.helpful}</dt>
          <dd className={yes + no === 0 ? 'text-muted' : 'text-20 font-bold tabular-nums'}>
            {yes + no === 0 ? words.noVotes : words.share(format.percent(yes / (yes + no)), yes, yes + no)}
          </dd>
        </div>
      </dl>
      {article.comments.length > 0 && (
        <div className="mt-4 border-t border-line pt-3">
          <h3 className="mb-1 text-13 font-medium text-muted">{words.comments}</h3>
          <CommentList comments={article.comments} />
        </div>
      )}
    </Card>
  );
}
