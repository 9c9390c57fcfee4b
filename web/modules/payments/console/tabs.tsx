import { paths } from '../../../kernel/paths.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useText } from '../text/index.ts';

const { console: to } = paths;

/** The head of the four lists: what came, what was tried, what waits for staff. */
export function DeskHeader({ lead }: { lead?: string }) {
  const { desk: words } = useText();
  return (
    <>
      <PageHeader title={words.title} lead={lead} />
      <Tabs
        label={words.title}
        tabs={[
          { label: words.tabs.received, to: to.payments() },
          { label: words.tabs.attempts, to: to.paymentAttempts() },
          { label: words.tabs.transfers, to: to.transfers({ state: 'reported' }) },
          { label: words.tabs.unmatched, to: to.unmatchedMoney({ state: 'waiting' }) },
        ]}
      />
    </>
  );
}
