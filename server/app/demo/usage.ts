import type { Id } from '../../kernel/values/ids.ts';
import type { Story } from './story.ts';

const day = 86_400_000;

/** What object storage uses on a day: more with each week, little on the first ones, and never by chance. */
function usedOn(dayNumber: number, sinceOrder: number): Record<string, string> {
  const wave = 1 + ((dayNumber * 7) % 5) / 10;
  return {
    traffic: (36.4 * wave).toFixed(1),
    storage: (140 + 6.5 * sinceOrder).toFixed(1),
    requests: String(Math.round(4200 * wave)),
  };
}

/** The storage system reports what its clients used on the days of a step, as it does by itself. */
export async function tellUsage(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  days: number,
): Promise<void> {
  const operations = await story.as(staff.get('operations')!);
  const { items } = await operations.get('/api/console/services?status=current&q=Object&limit=200');
  const now = story.today().getTime();
  const events = [];
  for (const { id, names, state, createdAt } of items as Service[]) {
    if (!names.en.startsWith('Object storage') || state === 'pending') continue;
    for (let back = days - 1; back >= 0; back--) {
      const at = now - back * day;
      if (at <= Date.parse(createdAt)) continue;
      const sinceOrder = Math.floor((at - Date.parse(createdAt)) / day);
      const number = Math.floor(at / day);
      for (const [meter, quantity] of Object.entries(usedOn(number, sinceOrder)))
        events.push({
          id: `${meter}-${number}`,
          service: id,
          meter,
          at: new Date(at).toISOString(),
          quantity,
        });
    }
  }
  if (events.length > 0) await operations.post('/api/console/usage/events', { events });
}

interface Service {
  id: string;
  names: { en: string };
  state: string;
  createdAt: string;
}
