import type { PlanPreview } from '../../../../server/modules/billing/dunning-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { RehearsedSteps } from './rehearsed-steps.tsx';

/** What a plan would do to an example, with what would be written. */
export function PlanPreviewCard({ preview }: { preview: PlanPreview | null }) {
  const words = useCollectionsText();
  const format = useFormat();
  return (
    <Card title={words.preview} className="lg:sticky lg:top-4">
      <div aria-live="polite">
        {preview &&
          (preview.problems.length > 0 ? (
            <p className="text-body text-muted">{words.previewWaits}</p>
          ) : (
            <>
              <p className="mb-3 text-body text-muted">
                {words.previewLead(format.date(preview.issuedOn), format.date(preview.dueOn))}
              </p>
              <RehearsedSteps steps={preview.steps} fees={preview.fees} />
            </>
          ))}
      </div>
    </Card>
  );
}
