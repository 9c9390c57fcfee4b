import type { Insights } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { CommentList } from './comment-list.tsx';
import { KnowledgeTabs } from './tabs.tsx';

const base = '/api/console/knowledge';

/** What to write next: searches that found nothing, tickets that articles did not spare, and what readers said. */
export function Page() {
  const { list, insights: words } = useText();
  const format = useFormat();
  const insights = useData<Insights>(`${base}/insights`, 'knowledge.');
  return (
    <>
      <PageHeader title={list.title} lead={words.lead} />
      <KnowledgeTabs />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Misses misses={insights.misses} />
        <div className="flex min-w-0 flex-col gap-4">
          <Deflection {...insights.deflection} />
          <Card title={words.comments}>
            {insights.comments.length === 0 ? (
              <p className="text-body text-muted">{words.noComments}</p>
            ) : (
              <CommentList
                comments={insights.comments.map(({ article, ...comment }) => ({
                  ...comment,
                  about: (
                    <Link to={consolePaths.article(article.id)} className="text-muted">
                      {format.words(article.titles) || list.untitled}
                    </Link>
                  ),
                }))}
              />
            )}
          </Card>
        </div>
      </div>
    </>
  );
}

function Deflection({ shown, opened, answered, asked }: Insights['deflection']) {
  const { insights: words } = useText();
  const format = useFormat();
  const figures = [
    { label: words.shown, figure: shown },
    { label: words.opened, figure: opened },
    { label: words.answered, figure: answered },
    { label: words.asked, figure: asked },
  ];
  return (
    <Card title={words.deflection}>
      {shown === 0 ? (
        <p className="text-body text-muted">{words.noAskings}</p>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
            {figures.map(({ label, figure }) => (
              <div key={label} className="flex flex-col-reverse justify-end">
                <dt className="text-13 text-muted">{label}</dt>
                <dd className="text-20 font-bold tabular-nums">
                  {format.number(figure)}
                  {figure !== shown && (
                    <span className="ms-1.5 text-13 font-normal text-muted">
                      {format.percent(figure / shown)}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-13 text-muted">{words.deflectionHint}</p>
        </>
      )}
    </Card>
  );
}

function Misses({ misses }: Pick<Insights, 'misses'>) {
  const { insights: words, languages } = useText();
  const mayWrite = useCan('knowledge.write');
  const forget = useAct(
    (miss: { query: string; locale: string }, key) => api.post(`${base}/misses/forget`, miss, key),
    { refresh: [`${base}/insights`], done: () => toast({ words: words.forgotten }) },
  );
  return (
    <Card title={words.misses} flush>
      <p className="px-4 pb-3 text-13 text-muted sm:px-5">
        {misses.length === 0 ? words.noMisses : words.missesHint}
      </p>
      {misses.length > 0 && (
        <DataTable
          caption={words.misses}
          rows={misses}
          rowKey={(miss) => `${miss.locale} ${miss.query}`}
          columns={[
            { key: 'query', header: words.query, card: 'title', cell: (miss) => miss.query },
            {
              key: 'language',
              header: words.language,
              card: 'rest',
              cell: (miss) => <span className="text-muted">{languages[miss.locale]}</span>,
            },
            {
              key: 'times',
              header: words.times,
              card: 'figure',
              align: 'end',
              cell: (miss) => <span className="tabular-nums">{miss.times}</span>,
            },
            {
              key: 'last',
              header: words.last,
              card: 'when',
              cell: (miss) => (
                <span className="text-muted">
                  <Time value={miss.lastAt} />
                </span>
              ),
            },
            ...(mayWrite
              ? [
                  {
                    key: 'forget',
                    header: words.done,
                    card: 'state' as const,
                    align: 'end' as const,
                    cell: ({ query, locale }: Insights['misses'][number]) => (
                      <IconButton
                        icon="check"
                        label={words.forget(query)}
                        onClick={() => void forget.run({ query, locale })}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}
