import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useText } from '../text/index.ts';

/** Below the list of tickets: how much credit the desk may give. */
export function Part() {
  const { limits } = useText();
  return (
    <Link to={consolePaths.deskLimits()} className="inline-flex min-h-9 items-center text-muted">
      {limits.title}
    </Link>
  );
}
