import { NarrowedTo } from '../../../ui/list-filters.tsx';
import { useText } from '../text/index.ts';

/** Says that a list was opened for one client. */
export function ClientFilter() {
  const { desk: words } = useText();
  return (
    <NarrowedTo names={['client']} back={words.allClients}>
      {words.onlyClient}
    </NarrowedTo>
  );
}
