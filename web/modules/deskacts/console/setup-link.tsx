import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useCan } from '../../../kernel/session/can.ts';
import { useText } from '../text/index.ts';

/** Below the list of tickets: what credit was asked for, and how much the desk may give. */
export function Part() {
  const { ask, limits } = useText();
  const maySet = useCan('kernel.settings.manage');
  const look = 'inline-flex min-h-9 items-center text-muted';
  return (
    <>
      <Link to={consolePaths.creditAsks({ state: 'waiting' })} className={look}>
        {ask.title}
      </Link>
      {maySet && (
        <Link to={consolePaths.deskLimits()} className={look}>
          {limits.title}
        </Link>
      )}
    </>
  );
}
