import { useState } from 'react';
import type { StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';

const base = '/api/console/knowledge/articles';
type Way = 'unpublish' | 'archive' | 'reopen';

/** What can be done with an article besides writing and publishing it; what is not possible now is left out. */
export function ArticleMenu({
  article,
  onChanged,
}: {
  article: StaffArticle;
  onChanged: (article: StaffArticle) => void;
}) {
  const { editor: words } = useText();
  const [asking, setAsking] = useState<'archive' | 'remove' | null>(null);
  const url = `${base}/${article.id}`;
  const said = { unpublish: words.unpublished, archive: words.archived, reopen: words.reopened };
  const move = useAct((way: Way, key) => api.post<StaffArticle>(`${url}/${way}`, {}, key, article.version), {
    refresh: [base],
    done: (changed, way) => {
      setAsking(null);
      onChanged(changed);
      toast({ words: said[way] });
    },
  });
  const remove = useAct(() => api.delete(url), {
    done: () => {
      toast({ words: words.removed });
      goTo(consolePaths.knowledge(), { replace: true });
    },
  });
  const { can } = article;
  const see: MenuItem = {
    label: words.see,
    icon: 'eye',
    run: () => open(paths.article(article.slug), '_blank'),
  };
  const items: (MenuItem | false)[] = [
    article.state === 'published' && see,
    can.unpublish === true && {
      label: words.unpublish,
      icon: 'eyeOff',
      run: () => void move.run('unpublish'),
    },
    can.reopen === true && { label: words.reopen, icon: 'refresh', run: () => void move.run('reopen') },
    can.archive === true && { label: words.archive, icon: 'box', run: () => setAsking('archive') },
    can.delete === true && { label: words.remove, icon: 'trash', run: () => setAsking('remove') },
  ];
  return (
    <>
      <MoreMenu label={words.more} groups={[items.filter((item) => item !== false)]} />
      <ConfirmDialog
        open={asking === 'archive'}
        onClose={() => setAsking(null)}
        title={words.archiveTitle}
        effect={words.archiveEffect}
        verb={words.archive}
        busy={move.busy}
        onConfirm={() => void move.run('archive')}
      />
      <ConfirmDialog
        open={asking === 'remove'}
        onClose={() => setAsking(null)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}
