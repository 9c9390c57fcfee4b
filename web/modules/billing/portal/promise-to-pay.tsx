import { Suspense, useState } from 'react';
import { useCan } from '../../../kernel/session/can.ts';
import { whenLoaded } from '../../../kernel/when-loaded.tsx';
import { Button } from '../../../ui/button.tsx';
import { usePromiseText } from '../text/promise.ts';

const PromiseDialog = whenLoaded(async () => (await import('../shared/promise-dialog.tsx')).PromiseDialog);

/** On an overdue invoice: names a day to pay by. */
export function PromiseToPay({ url, refresh }: { url: string; refresh: readonly string[] }) {
  const words = usePromiseText();
  const [asking, setAsking] = useState(false);
  if (!useCan('billing.promise.make')) return null;
  return (
    <>
      <Button weight="secondary" icon="calendar" onClick={() => setAsking(true)}>
        {words.act}
      </Button>
      {asking && (
        <Suspense fallback={null}>
          <PromiseDialog url={`${url}/promises`} refresh={refresh} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
