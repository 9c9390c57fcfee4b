import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';

/** The way to single sign-on from the organization's page. */
export function Part() {
  const words = useText();
  const { to } = useOrganization();
  return (
    <Card title={words.title}>
      <p className="mb-3 text-body text-muted">{words.card}</p>
      <LinkButton to={to.singleSignOn()} weight="secondary">
        {words.open}
      </LinkButton>
    </Card>
  );
}
