import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { useText as useTermText } from '../text/term.ts';

/** What has happened and what happens next. */
export function Ended({
  on,
  asked,
  serviceId,
}: {
  on: string | null;
  /** It waits for approval. */
  asked: boolean;
  serviceId: string;
}) {
  const { canceling: words } = useText();
  const term = useTermText();
  const { to } = useOrganization();
  const format = useFormat();
  const title = asked ? term.askedTitle : on ? words.doneAtTitle(format.date(on)) : words.doneNowTitle;
  const hint = asked ? term.askedHint : on ? words.doneAtHint : words.doneNowHint;
  return (
    <div className="flex max-w-2xl flex-col gap-4" role="status">
      <Card>
        <div className="flex items-start gap-3">
          <span className="grid size-11 shrink-0 place-items-center rounded-full bg-good-soft text-good">
            <Icon name={asked ? 'clock' : 'done'} size={24} />
          </span>
          <div>
            <h2 className="pt-1 text-20">{title}</h2>
            <p className="mt-1 text-body text-muted">{hint}</p>
          </div>
        </div>
      </Card>
      <div className="flex flex-col gap-2 sm:flex-row">
        <LinkButton to={to.service(serviceId)}>{words.toService}</LinkButton>
        <LinkButton weight="secondary" to={to.services()}>
          {words.toServices}
        </LinkButton>
      </div>
    </div>
  );
}
