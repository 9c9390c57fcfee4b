import type { SignInLine } from '../../../../server/modules/identity/contract.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Card } from '../../../ui/card.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useCountry } from './country.ts';
import { useDeviceName } from './device-row.tsx';
import { SignInResult } from './sign-in-result.tsx';

/** When and where one signed in, and what was refused. */
export function SignIns() {
  const { signIns } = useText();
  const list = useList<SignInLine>('/api/me/sign-ins');
  return (
    <Card title={signIns.title} flush>
      <ListBody
        list={list}
        empty={<p className="px-4 py-3.5 text-body text-muted sm:px-5">{signIns.none}</p>}
      >
        <ul className="divide-y divide-line">
          {list.items.map((line) => (
            <SignInRow key={line.id} line={line} />
          ))}
        </ul>
      </ListBody>
    </Card>
  );
}

/** One line of the log, for whom it is about and for staff. */
export function SignInRow({ line }: { line: SignInLine }) {
  const { signIns } = useText();
  const country = useCountry(line.country);
  const device = useDeviceName(line.userAgent);
  return (
    <li className="px-4 py-3.5 text-body sm:px-5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {device}
        <SignInResult line={line} />
      </p>
      <p className="text-13 text-muted [overflow-wrap:anywhere]">
        <Time value={line.at} /> · {line.methods.map((method) => signIns.method[method]).join(' + ')} ·{' '}
        {[country, line.address].filter(Boolean).join(', ')}
      </p>
    </li>
  );
}
