import type { Presence } from '../../../../../server/modules/support/desk-contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { usePresenceText } from '../../text/desk-presence.ts';

/** Which colleagues have this ticket before them, so that two do not answer at once. Who writes is said first. */
export function WhoElse({ people }: { people: Presence['items'] }) {
  const words = usePresenceText();
  const format = useFormat();
  const writing = people.filter(({ typing }) => typing);
  const named = writing.length > 0 ? writing : people;
  const names = format.list(named.map(({ name }) => name));
  return (
    <p
      role="status"
      className={classes(
        'flex items-center gap-2 px-1 pb-1.5 text-13 empty:hidden',
        writing.length > 0 ? 'font-medium text-attention' : 'text-muted',
      )}
    >
      {named.length > 0 && (
        <>
          <span className="flex shrink-0 -space-x-1.5">
            {named.slice(0, 3).map(({ id, name }) => (
              <Avatar key={id} name={name} size={24} />
            ))}
          </span>
          {writing.length > 0 ? words.writes(names, named.length) : words.looks(names, named.length)}
        </>
      )}
    </p>
  );
}
