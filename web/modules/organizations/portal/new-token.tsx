import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useText } from '../text/index.ts';

/** The only time that a token is seen. */
export function NewToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { keys: words } = useText();
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="attention" title={words.once} />
      <p className="flex items-center justify-between gap-2 rounded-md bg-sunken p-3">
        <code className="text-13 break-all">{token}</code>
        <CopyButton value={token} what={words.token} />
      </p>
      <p className="text-body text-muted">
        {words.send} <code className="text-13">Authorization: Bearer ca_…</code>
      </p>
      <Button wide onClick={onDone}>
        {words.kept}
      </Button>
    </div>
  );
}
