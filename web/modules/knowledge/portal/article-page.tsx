import { useEffect } from 'react';
import type { Article } from '../../../../server/modules/knowledge/contract.ts';
import { api as send } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleTitles } from './article-list.tsx';
import { Contents } from './contents.tsx';
import { Feedback } from './feedback.tsx';
import { pathsIn, useReading } from './place.ts';
import { Stuck } from './stuck.tsx';

/** One article, in a measure that reads well, with a table of contents beside it where there is room. */
export function Page({ slug, article: name }: { slug?: string; article: string }) {
  const { read, article: words } = useText();
  const { locale: reading, api } = useReading();
  const format = useFormat();
  const around = locale.use();
  const from = useSearch().get('from') === 'search' ? 'search' : 'browse';
  const url = `${api}/articles/${name}`;
  const article = useData<Article>(url);
  const to = pathsIn(slug);
  const crumbs = [
    { label: read.title, to: to.knowledge() },
    { label: article.category.name, to: to.knowledgeCategory(article.category.slug) },
  ];
  const plain = article.html.replace(/<[^>]*>/g, ' ').slice(0, 300);
  useHead({ title: article.title, description: plain, crumbs, hidden: article.clientsOnly });
  // Only counting: what goes wrong here is nobody's trouble.
  useEffect(() => {
    send.post(`${url}/openings`, { from }, crypto.randomUUID()).catch(() => undefined);
  }, [url, from]);
  const other = article.locales.find((one) => one !== article.locale);
  return (
    <>
      <PageHeader
        title={article.title}
        crumbs={crumbs}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{words.updated(format.date(article.updatedAt))}</span>
            {article.clientsOnly && (
              <span className="inline-flex items-center gap-1">
                <Icon name="lock" size={16} />
                {read.clientsOnly}
              </span>
            )}
            {other && (
              <OtherLanguage to={to.article(name, other === around ? {} : { lang: other })} locale={other} />
            )}
          </span>
        }
      />
      <div className="grid items-start gap-x-12 lg:grid-cols-[minmax(0,1fr)_14rem]">
        <article lang={article.locale} className="min-w-0 text-16">
          {article.locale !== reading && (
            <div className="mb-5">
              <Banner tone="info" title={words.onlyIn[article.locale]} />
            </div>
          )}
          <ArticleBody html={article.html} to={to} />
        </article>
        {article.contents.length > 1 && <Contents contents={article.contents} lang={article.locale} />}
      </div>
      <Feedback key={url} url={url} given={article.helpful} />
      {article.related.length > 0 && (
        <section aria-labelledby="related" className="no-print mt-9 max-w-[70ch]">
          <h2 id="related" className="mb-2 text-20">
            {words.related}
          </h2>
          <ArticleTitles items={article.related} to={to} />
        </section>
      )}
      <Stuck slug={slug} />
    </>
  );
}

/** A visitor's choice of language is for the whole site, so the server answers it and remembers; others keep theirs around the article. */
function OtherLanguage({ to, locale: other }: { to: Path; locale: 'id' | 'en' }) {
  const { article: words } = useText();
  const visitor = useSession() === null;
  const rest = {
    lang: other,
    hrefLang: other,
    className: 'inline-flex min-h-11 items-center gap-1 sm:min-h-0',
    children: (
      <>
        <Icon name="globe" size={16} />
        {words.readIn[other]}
      </>
    ),
  };
  return visitor ? (
    <a {...rest} href={withQuery(to.split('?')[0]!, { lang: other })} />
  ) : (
    <Link {...rest} to={to} />
  );
}
