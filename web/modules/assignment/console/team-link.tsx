import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useText } from '../text/index.ts';

/** Below the list of tickets: who takes them. */
export function Part() {
  const { team: words } = useText();
  return (
    <Link to={consolePaths.ticketTeam()} className="inline-flex min-h-9 items-center text-muted">
      {words.title}
    </Link>
  );
}
