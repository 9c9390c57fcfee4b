import { useEffect, useState } from 'react';
import type { Preview } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';

/** Milliseconds without typing before the sums are asked for. */
const settle = 300;

/** What the lines amount to, as the server reckons it; null until the first answer, and while there is nothing to add up. */
export function usePreview(currency: string, lines: readonly object[]): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = JSON.stringify({ currency, lines });
  useEffect(() => {
    if (lines.length === 0) return setPreview(null);
    let current = true;
    const timer = setTimeout(() => {
      api.post<Preview>('/api/console/invoices/preview', JSON.parse(asked), crypto.randomUUID()).then(
        (answer) => current && setPreview(answer),
        () => current && setPreview(null),
      );
    }, settle);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, lines.length]);
  return preview;
}
