import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useText } from '../text/index.ts';

/** Below the list of tickets: who worked how long. */
export function Part() {
  const { title } = useText();
  return (
    <Link to={consolePaths.workTime()} className="inline-flex min-h-9 items-center text-muted">
      {title}
    </Link>
  );
}
