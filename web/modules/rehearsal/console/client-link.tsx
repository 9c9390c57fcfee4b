import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/desk.ts';

/** On a client's page: the way to what the coming days bring, with the two questions asked most. */
export function Part({ organizationId }: { organizationId: string }) {
  const words = useText();
  return (
    <Card title={words.card}>
      <p className="mb-3 max-w-[70ch] text-body text-muted">{words.cardLead}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton to={to.clientRehearsal(organizationId)} weight="secondary">
          {words.cardStops}
        </LinkButton>
        <LinkButton to={to.clientRehearsal(organizationId, { assumption: 'on_time' })} weight="secondary">
          {words.cardGoesOn}
        </LinkButton>
      </div>
    </Card>
  );
}
