import { paths } from '../../../kernel/paths.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { Button } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

/** Before one writes: perhaps it is answered already, perhaps there is an account. */
export function Ahead() {
  const { write: words } = useText();
  const session = useSession();
  const [organization] = session?.organizations ?? [];
  return (
    <div className="mb-6 flex flex-col gap-4">
      <form role="search" method="get" action={paths.knowledgeSearch()} className="flex items-end gap-2">
        <label className="flex grow flex-col gap-1 text-14 font-medium">
          {words.search}
          <input
            type="search"
            name="q"
            aria-label={words.searchLabel}
            maxLength={200}
            className={`${inputClass} font-normal`}
          />
        </label>
        <Button type="submit" weight="secondary">
          {words.searchAct}
        </Button>
      </form>
      {organization ? (
        <p className="text-body text-muted">
          {words.signedIn} <Link to={paths.organization(organization.slug).newTicket()}>{words.ticket}</Link>
        </p>
      ) : (
        !session && (
          <p className="text-body text-muted">
            {words.client} <Link to={paths.signIn()}>{words.signIn}</Link>
          </p>
        )
      )}
    </div>
  );
}
