import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';
import { OfferForm } from './offer-form.tsx';
import { emptyValues } from './offer-values.ts';

export function Page() {
  const { title } = useText();
  const { form: words } = useDeskText();
  const { value: rules } = useData<{ value: { validDays: number; timeZone: string } }>(
    '/api/console/settings/offers.rules',
  );
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.newTitle} crumbs={[{ label: title, to: consolePaths.offers() }]} />
      <OfferForm offer={null} initial={emptyValues(useSearch().get('client') ?? '', lastDay(rules))} />
    </div>
  );
}

/** The day until which an offer of today holds, in the business's zone. */
function lastDay({ validDays, timeZone }: { validDays: number; timeZone: string }): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.now() + validDays * 86_400_000);
}
