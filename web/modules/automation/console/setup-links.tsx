import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** Below the list of tickets: where replies and macros are kept. */
export function Part() {
  const { setup: words } = useText();
  return (
    <>
      <Link to={to.cannedReplies()} className="inline-flex min-h-9 items-center text-muted">
        {words.replies}
      </Link>
      <Link to={to.ticketMacros()} className="inline-flex min-h-9 items-center text-muted">
        {words.macros}
      </Link>
      <Link to={to.ticketAutomation()} className="inline-flex min-h-9 items-center text-muted">
        {words.rules}
      </Link>
    </>
  );
}
