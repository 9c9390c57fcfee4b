import { useState } from 'react';
import type { CatalogAddon, CatalogGroup, CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { AddonDialog } from './addon-dialog.tsx';
import { AddonList } from './addon-list.tsx';
import { ArchiveMenu } from './archive-menu.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { ProductDialog } from './product-dialog.tsx';

type Group = CatalogTree['groups'][number];
type Opened =
  | { what: 'group'; group: CatalogGroup | null }
  | { what: 'product'; group: string }
  | { what: 'addon'; addon: CatalogAddon | null };

/** The whole catalog: groups with their products, then the add-ons. What is archived stays out of the way. */
export function Page() {
  const { tree: words } = useText();
  const tree = useData<CatalogTree>('/api/console/catalog', 'catalog.');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [archived, setArchived] = useState(false);
  const mayChange = useCan('catalog.change');
  const mayPublish = useCan('orders.terms.publish');
  const close = () => setOpened(null);
  const kept = <T extends { archivedAt: string | null }>(all: readonly T[]) =>
    all.filter((one) => archived || one.archivedAt === null);
  const groups = kept(tree.groups);
  const hidden =
    tree.groups.length +
    tree.addons.length +
    tree.groups.flatMap((group) => group.products).length -
    [tree.groups, tree.addons, tree.groups.flatMap((group) => group.products)].flatMap((list) =>
      list.filter((one) => one.archivedAt === null),
    ).length;
  const addGroup = mayChange && (
    <Button icon="plus" wide onClick={() => setOpened({ what: 'group', group: null })}>
      {words.addGroup}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        act={groups.length > 0 && addGroup}
        aside={
          <>
            <Link to={consolePaths.meters()}>{words.meters}</Link>
            {mayPublish && <Link to={consolePaths.terms()}>{words.terms}</Link>}
          </>
        }
      />
      {groups.length === 0 && (
        <EmptyState icon="tag" title={words.empty} act={addGroup}>
          {words.emptyHint}
        </EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={{ ...group, products: kept(group.products) }}
            onEdit={() => setOpened({ what: 'group', group })}
            onAdd={() => setOpened({ what: 'product', group: group.id })}
          />
        ))}
        <Card
          title={words.addons}
          aside={
            mayChange && (
              <Button weight="quiet" icon="plus" onClick={() => setOpened({ what: 'addon', addon: null })}>
                {words.addAddon}
              </Button>
            )
          }
          flush
        >
          <AddonList
            addons={kept(tree.addons)}
            onEdit={(addon) => setOpened({ what: 'addon', addon })}
            mayChange={mayChange}
          />
        </Card>
        {hidden > 0 && (
          <div>
            <Button weight="quiet" onClick={() => setArchived(!archived)}>
              {archived ? words.hideArchived : words.showArchived(hidden)}
            </Button>
          </div>
        )}
      </div>
      {opened?.what === 'group' && <GroupDialog group={opened.group} onClose={close} />}
      {opened?.what === 'product' && (
        <ProductDialog group={opened.group} groups={tree.groups} onClose={close} />
      )}
      {opened?.what === 'addon' && <AddonDialog addon={opened.addon} onClose={close} />}
    </>
  );
}

function GroupCard({ group, onEdit, onAdd }: { group: Group; onEdit: () => void; onAdd: () => void }) {
  const { tree: words } = useText();
  const format = useFormat();
  const mayChange = useCan('catalog.change');
  const name = format.words(group.name);
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {name}
          <Visibility visible={group.visible} archivedAt={group.archivedAt} quiet />
        </span>
      }
      aside={
        mayChange && (
          <span className="flex items-center">
            <Button weight="quiet" icon="plus" onClick={onAdd}>
              {words.addProduct}
            </Button>
            <ArchiveMenu
              url={`/api/console/catalog/groups/${group.id}`}
              name={name}
              version={group.version}
              archivedAt={group.archivedAt}
              onEdit={onEdit}
            />
          </span>
        )
      }
      flush
    >
      {group.products.length === 0 ? (
        <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.noProducts}</p>
      ) : (
        <DataTable
          caption={name}
          rows={group.products}
          rowKey={(product) => product.id}
          to={(product) => consolePaths.product(product.id)}
          columns={[
            {
              key: 'name',
              header: words.product,
              card: 'title',
              cell: (product) => format.words(product.name),
            },
            {
              key: 'plans',
              header: words.plans,
              card: 'when',
              cell: (product) => words.planCount(product.plans),
            },
            {
              key: 'stock',
              header: words.stock,
              card: 'rest',
              cell: (product) => (product.stock === null ? words.endless : words.left(product.stock)),
            },
            {
              key: 'state',
              header: words.state,
              card: 'state',
              cell: (product) => <Visibility {...product} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

/** Whether clients see it; `quiet` says nothing of what they do. */
function Visibility({
  visible,
  archivedAt,
  quiet,
}: {
  visible: boolean;
  archivedAt: string | null;
  quiet?: boolean;
}) {
  const { tree: words } = useText();
  if (archivedAt) {
    return (
      <StatusChip tone="neutral" icon="box">
        {words.archived}
      </StatusChip>
    );
  }
  if (!visible) {
    return (
      <StatusChip tone="attention" icon="eyeOff">
        {words.hidden}
      </StatusChip>
    );
  }
  return (
    !quiet && (
      <StatusChip tone="good" icon="eye">
        {words.visible}
      </StatusChip>
    )
  );
}
