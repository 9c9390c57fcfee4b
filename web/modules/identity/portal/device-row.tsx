import type { SignedInDevice } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useCountry } from './country.ts';
import { deviceOf } from './device-name.ts';

/** "Chrome on Windows", as far as a User-Agent says. */
export function useDeviceName(userAgent: string): string {
  const { security } = useText();
  const { browser, system } = deviceOf(userAgent);
  return security.device(browser ?? security.unknownBrowser, system ?? security.unknownSystem);
}

/** One device somebody is signed in on; `url` is the list it can be ended in, null for whoever may only look. */
export function DeviceRow({ device, url }: { device: SignedInDevice; url: string | null }) {
  const { security } = useText();
  const country = useCountry(device.country);
  const name = useDeviceName(device.userAgent);
  const end = useAct(() => api.delete(`${url}/${device.id}`), {
    refresh: url ? [url] : [],
    done: () => toast({ words: security.signedOut(name) }),
  });
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <span className="grid size-10 shrink-0 place-items-center rounded bg-sunken text-muted">
        <Icon name={deviceOf(device.userAgent).mobile ? 'mobile' : 'screen'} />
      </span>
      <div className="min-w-0 grow text-body">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          {device.current && <StatusChip tone="good">{security.thisDevice}</StatusChip>}
        </p>
        <p className="text-13 text-muted">
          {security.lastSeen} <Time value={device.seenAt} /> · {security.from}{' '}
          {[country, device.address].filter(Boolean).join(', ')}
        </p>
      </div>
      {url && !device.current && (
        <Button
          weight="quiet"
          className="whitespace-nowrap"
          busy={end.busy}
          aria-label={security.signOutOf(name)}
          onClick={() => void end.run(undefined)}
        >
          {security.signOut}
        </Button>
      )}
    </li>
  );
}
