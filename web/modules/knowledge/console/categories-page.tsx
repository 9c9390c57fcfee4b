import { useState } from 'react';
import type { Categories, Category } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { iconOf } from '../shared/icons.ts';
import { useText } from '../text/index.ts';
import { CategoryDialog } from './category-dialog.tsx';
import { KnowledgeTabs } from './tabs.tsx';

const base = '/api/console/knowledge/categories';

/** The categories in the order readers see them. */
export function Page() {
  const { list, categories: words } = useText();
  const format = useFormat();
  const { items } = useData<Categories>(base, 'knowledge.');
  const mayWrite = useCan('knowledge.write');
  const [opened, setOpened] = useState<{ category: Category | null } | null>(null);
  const [removing, setRemoving] = useState<Category | null>(null);
  const order = useAct((categories: string[]) => api.put(base, { categories }), { refresh: [base] });
  const remove = useAct((category: Category) => api.delete(`${base}/${category.id}`), {
    refresh: [base],
    done: (_, { name }) => {
      setRemoving(null);
      toast({ words: words.removed(format.words(name)) });
    },
  });
  const add = mayWrite && (
    <Button icon="plus" wide onClick={() => setOpened({ category: null })}>
      {words.add}
    </Button>
  );
  function move(index: number, by: 1 | -1) {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    ids.splice(index + by, 0, moved!);
    void order.run(ids);
  }
  return (
    <>
      <PageHeader title={list.title} lead={words.lead} act={items.length > 0 && add} />
      <KnowledgeTabs />
      {items.length === 0 ? (
        <EmptyState icon="book" title={words.empty} act={add}>
          {words.emptyHint}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {items.map((category, index) => {
            const name = format.words(category.name);
            return (
              <li key={category.id} className="flex items-center gap-3 px-3 py-2.5 sm:px-5">
                <span className="hidden size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text sm:grid">
                  <Icon name={iconOf(category.icon)} size={18} />
                </span>
                <div className="min-w-0 grow text-body">
                  <p className="font-medium">{name}</p>
                  <p className="text-13 text-muted">
                    <Link to={consolePaths.knowledge({ category: category.id })} className="text-muted">
                      {words.articles(category.articles)}
                    </Link>
                    {format.words(category.description) && ` · ${format.words(category.description)}`}
                  </p>
                </div>
                {mayWrite && (
                  <div className="flex shrink-0 items-center">
                    <IconButton
                      icon="up"
                      label={words.up(name)}
                      disabled={index === 0 || order.busy}
                      onClick={() => move(index, -1)}
                    />
                    <IconButton
                      icon="down"
                      label={words.down(name)}
                      disabled={index === items.length - 1 || order.busy}
                      onClick={() => move(index, 1)}
                    />
                    <MoreMenu
                      label={words.more(name)}
                      groups={[
                        [
                          { label: words.edit, icon: 'edit', run: () => setOpened({ category }) },
                          ...(category.articles === 0
                            ? [
                                {
                                  label: words.remove,
                                  icon: 'trash' as const,
                                  run: () => setRemoving(category),
                                },
                              ]
                            : []),
                        ],
                      ]}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {opened && <CategoryDialog category={opened.category} onClose={() => setOpened(null)} />}
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={words.removeTitle(removing ? format.words(removing.name) : '')}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(removing!)}
      />
    </>
  );
}
