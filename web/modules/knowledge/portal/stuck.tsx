import { useVisit } from '../../../kernel/pages/visit.ts';
import { paths } from '../../../kernel/paths.ts';
import { brand } from '../../../kernel/session/brand.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

/** The way to a person for whom no article has the answer. Every member may open tickets. */
export function Stuck({ slug }: { slug: string | undefined }) {
  const { stuck: words } = useText();
  const session = useSession();
  const { pathname } = useVisit();
  const { supportEmail } = brand.use();
  const organization = slug ?? session?.organizations[0]?.slug;
  const ticket = organization === undefined ? null : paths.organization(organization).newTicket();
  return (
    <section
      aria-labelledby="stuck"
      className="no-print mt-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-sunken px-4 py-4 sm:px-5"
    >
      <div>
        <h2 id="stuck" className="text-16">
          {words.title}
        </h2>
        <p className="text-body text-muted">{session ? words.hint : words.visitorHint}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {!session && supportEmail && (
          <a href={`mailto:${supportEmail}`} className="inline-flex min-h-11 items-center text-body">
            {supportEmail}
          </a>
        )}
        {!session && (
          <LinkButton to={paths.signIn(pathname)} weight="secondary">
            {words.signIn}
          </LinkButton>
        )}
        {ticket && (
          <LinkButton to={ticket} weight="secondary" icon="support">
            {words.ticket}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
