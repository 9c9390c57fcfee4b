import { consolePaths } from '../../../kernel/console-paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { useDisputeText } from '../text/desk-dispute.ts';
import { useBackText } from '../text/back.ts';
import { useFeeText } from '../text/desk-fees.ts';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** The head of the seven lists: what came, what was tried, what waits for staff. */
export function DeskHeader({ lead }: { lead?: string }) {
  const { desk: words } = useText();
  const { desk: back } = useBackText();
  const { desk: automatic } = useAutomaticText();
  const disputes = useDisputeText();
  const { report } = useFeeText();
  return (
    <>
      <PageHeader
        title={words.title}
        lead={lead}
        aside={
          <LinkButton to={to.gatewayFees()} weight="secondary">
            {report}
          </LinkButton>
        }
      />
      <Tabs
        label={words.title}
        tabs={[
          { label: words.tabs.received, to: to.payments() },
          { label: words.tabs.attempts, to: to.paymentAttempts() },
          { label: automatic.tab, to: to.automaticCharges() },
          { label: words.tabs.transfers, to: to.transfers({ state: 'reported' }) },
          { label: back.refunds, to: to.refunds({ state: 'waiting' }) },
          { label: disputes.title, to: to.disputes() },
          { label: words.tabs.unmatched, to: to.unmatchedMoney({ state: 'waiting' }) },
        ]}
      />
    </>
  );
}
