import { useEffect, useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { useText } from '../text/index.ts';

type Way = 'offered' | 'required' | null;

/** Where to go after coming back from the provider; kept in this tab, so that nobody else can say it. */
export const nextKey = 'after-sign-in';

const domainOf = (email: string) => /^[^@\s]+@([^@\s]+\.[^@\s.]{2,})$/.exec(email.trim())?.[1]?.toLowerCase();

/** The way to the provider of the typed address's domain, where it has one. What is asked is about the domain, not the person. */
export function Elsewhere({ email, next }: { email: string; next: string | null }) {
  const { elsewhere: words } = useText();
  const way = useWay(email);
  const act = useAct(() => api.post<{ url: string }>('/api/sso/begin', { email }, crypto.randomUUID()), {
    done: ({ url }) => {
      sessionStorage.setItem(nextKey, next ?? '');
      location.assign(url);
    },
  });
  if (!way) return null;
  return (
    <div className="flex flex-col gap-2">
      <Button
        type="button"
        wide
        icon="building"
        weight={way === 'required' ? 'primary' : 'secondary'}
        busy={act.busy}
        onClick={() => void act.run(undefined)}
      >
        {words.act}
      </Button>
      <p className="text-13 text-muted">{way === 'required' ? words.required : words.offered}</p>
    </div>
  );
}

function useWay(email: string): Way {
  const domain = domainOf(email);
  const [known, setKnown] = useState<{ domain: string; way: Way } | null>(null);
  useEffect(() => {
    if (!domain) return;
    let over = false;
    const ask = () =>
      api
        .post<{ elsewhere: Way }>('/api/sso/way', { email: `x@${domain}` }, crypto.randomUUID())
        .then(({ elsewhere }) => !over && setKnown({ domain, way: elsewhere }))
        // Then the password is the way, and it says so itself where it is not.
        .catch(() => {});
    const timer = setTimeout(() => void ask(), 300);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [domain]);
  return known && known.domain === domain ? known.way : null;
}
