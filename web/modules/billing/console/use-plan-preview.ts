import { useEffect, useState } from 'react';
import type { PlanPreview } from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import type { Plan } from './timeline-values.ts';
import { timelinesUrl } from './timeline-values.ts';

/** Milliseconds without a change before the server is asked. */
const settle = 250;

/** What a plan would do, as the server decides it; null until the first answer. */
export function usePlanPreview(plan: Plan): PlanPreview | null {
  const [preview, setPreview] = useState<PlanPreview | null>(null);
  const asked = JSON.stringify({ plan, locale: locale.use() });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      api.post<PlanPreview>(`${timelinesUrl}/preview`, JSON.parse(asked), crypto.randomUUID()).then(
        (answer) => current && setPreview(answer),
        () => current && setPreview(null),
      );
    }, settle);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return preview;
}
