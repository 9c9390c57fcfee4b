import { consolePaths } from '../../../kernel/console-paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { PromotionForm } from './promotion-form.tsx';

export function Page() {
  const { title, form: words } = useText();
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.newTitle} crumbs={[{ label: title, to: consolePaths.promotions() }]} />
      <PromotionForm promotion={null} />
    </div>
  );
}
