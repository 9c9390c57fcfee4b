import type { CatalogAddon } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { ArchiveMenu } from './archive-menu.tsx';
import { usePriceLine } from './use-price-line.ts';

export function AddonList({
  addons,
  onEdit,
  mayChange,
}: {
  addons: readonly CatalogAddon[];
  onEdit: (addon: CatalogAddon) => void;
  mayChange: boolean;
}) {
  const { tree: words } = useText();
  const format = useFormat();
  const priceLine = usePriceLine();
  if (addons.length === 0) return <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.noAddons}</p>;
  return (
    <ul className="divide-y divide-line text-body">
      {addons.map((addon) => (
        <li key={addon.id} className="flex items-center justify-between gap-3 px-4 py-2 sm:px-5">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {format.words(addon.name)}
              {addon.archivedAt && (
                <StatusChip tone="neutral" icon="box">
                  {words.archived}
                </StatusChip>
              )}
            </p>
            <p className="text-13 text-muted">
              {addon.code} · {priceLine(addon.prices)}
            </p>
          </div>
          {mayChange && (
            <ArchiveMenu
              url={`/api/console/catalog/addons/${addon.id}`}
              name={format.words(addon.name)}
              version={addon.version}
              archivedAt={addon.archivedAt}
              onEdit={() => onEdit(addon)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
