import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useDeskText } from '../text/desk.ts';

/** Below the list of tickets: what clients said of the help they got. */
export function Part() {
  const { title } = useDeskText();
  return (
    <Link to={consolePaths.ratings()} className="inline-flex min-h-9 items-center text-muted">
      {title}
    </Link>
  );
}
