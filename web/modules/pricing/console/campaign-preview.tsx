import type { PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useText } from '../text/index.ts';
import { Left, useAffectedColumns } from './affected-table.tsx';

/** Who would be affected, by client. */
export function CampaignPreview({ preview }: { preview: PricePreview }) {
  const { preview: words } = useText();
  const columns = useAffectedColumns(false);
  const all = preview.sums.reduce((sum, { services }) => sum + services, 0);
  return (
    <Card title={words.title} flush>
      {preview.items.length === 0 ? (
        <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.nobody}</p>
      ) : (
        <DataTable
          caption={words.title}
          rows={preview.items}
          columns={columns}
          rowKey={(row) => row.serviceId}
        />
      )}
      <div className="px-4 pb-4 sm:px-5">
        {all > preview.items.length && (
          <p className="mt-3 text-13 text-muted">{words.first(preview.items.length)}</p>
        )}
        <Left left={preview.left} />
      </div>
    </Card>
  );
}
