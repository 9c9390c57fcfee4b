import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

/** Says that something is under way, so that nobody pays twice. */
export function OpenAttempt({ attempt }: { attempt: AttemptView }) {
  const { pay } = useText();
  const { to } = useOrganization();
  const { open: words } = pay;
  const waits = attempt.status === 'requires_action' && !attempt.otherMoneyAt;
  return (
    <Banner
      tone={waits ? 'info' : 'attention'}
      title={waits ? words.requires_action(attempt.paidWith) : words.other}
      act={
        <LinkButton weight="secondary" to={to.payment(attempt.id)}>
          {waits ? words.goOn : words.see}
        </LinkButton>
      }
    >
      {waits ? words.requires_actionHint : words.otherHint}
    </Banner>
  );
}
