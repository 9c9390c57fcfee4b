import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Banner } from '../../../ui/banner.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/desk.ts';
import { CopiesForm } from './rules/copies-form.tsx';
import { CorrectionsForm } from './rules/corrections-form.tsx';
import { MatrixForm } from './rules/matrix-form.tsx';
import { NamesForm } from './rules/names-form.tsx';
import { type Copies, type Kept, type Matrix, type Names, settingUrl, type Times } from './rules/settings.ts';
import { TimesForm } from './rules/times-form.tsx';

/** How long things stay open, which priority is proposed, and what the states are called. */
export function Page() {
  const { rules: words, desk } = useText();
  const times = useData<Kept<Times>>(settingUrl('tickets'));
  const corrections = useData<Kept<{ minutes: number }>>(settingUrl('corrections'));
  const matrix = useData<Kept<Matrix>>(settingUrl('priorities'));
  const names = useData<Kept<Names>>(settingUrl('status-names'));
  const copies = useData<Kept<Copies>>(settingUrl('copies'));
  const mayChange = useCan('kernel.settings.manage');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: consolePaths.tickets() }]}
      />
      {!mayChange && (
        <div className="mb-4">
          <Banner tone="info" title={words.readOnly} />
        </div>
      )}
      <fieldset disabled={!mayChange} className="flex flex-col gap-4">
        <legend className="sr-only">{words.title}</legend>
        <TimesForm {...times} />
        <CorrectionsForm {...corrections} />
        <MatrixForm {...matrix} />
        <NamesForm {...names} />
        <CopiesForm {...copies} />
      </fieldset>
    </div>
  );
}
