import { useEffect, useRef } from 'react';
import { goTo } from '../../../kernel/pages/link.tsx';
import type { KnowledgePaths, Path } from '../../../kernel/paths.ts';
import { SafeHtmlView } from '../../../ui/safe-html.tsx';

/**
 * The text of an article. Authors link to other articles as `/knowledge/address`; inside an organization such links stay in it, and
 * none of them loads the whole page anew.
 */
export function ArticleBody({ html, to }: { html: string; to: KnowledgePaths }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const body = element.current!;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      const path = link?.getAttribute('href');
      const plain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || link.target || !plain || !path?.startsWith('/')) return;
      event.preventDefault();
      goTo(path as Path);
    };
    body.addEventListener('click', follow);
    return () => body.removeEventListener('click', follow);
  }, []);
  return (
    <div ref={element}>
      <SafeHtmlView html={html.replaceAll('href="/knowledge/', `href="${to.knowledge()}/`)} />
    </div>
  );
}
