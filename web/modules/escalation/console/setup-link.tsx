import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useText } from '../text/index.ts';

/** Below the list of tickets: those that were raised. */
export function Part() {
  const { setup } = useText();
  return (
    <Link to={consolePaths.escalations()} className="inline-flex min-h-9 items-center text-muted">
      {setup}
    </Link>
  );
}
