import type { PromotionShape } from '../../../../server/modules/promotions/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { PromotionForm } from './promotion-form.tsx';

export function Page({ promotionId }: { promotionId: string }) {
  const { title, form: words } = useText();
  const format = useFormat();
  const promotion = useData<PromotionShape>(`/api/console/promotions/${promotionId}`);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.editTitle}
        lead={words.editLead}
        crumbs={[
          { label: title, to: consolePaths.promotions() },
          { label: format.words(promotion.name), to: consolePaths.promotion(promotionId) },
        ]}
      />
      <PromotionForm promotion={promotion} />
    </div>
  );
}
