import type { Actor } from './story.ts';

const day = 86_400_000;

interface Ticket {
  id: string;
  subject: string;
  organization: { id: string; name: string };
}

/** What an hour costs, some work on the latest tickets, and one invoice of it. */
export async function tellTime(administrator: Actor, agent: Actor, now: Date): Promise<void> {
  const tiers = (await administrator.get('/api/console/client-tiers')).items as {
    id: string;
    titles: { en: string };
  }[];
  const corporate = tiers.find(({ titles }) => titles.en === 'Corporate')?.id ?? null;
  const rate = (currency: string, hourly: number, tierId: string | null = null) => ({
    currency,
    hourly,
    tierId,
    organizationId: null,
  });
  await administrator.put('/api/console/time-rates', 0, {
    stepMinutes: 15,
    minimumMinutes: 30,
    taxCategory: 'standard',
    rates: [rate('IDR', 350_000), rate('IDR', 300_000, corporate), rate('USD', 4_500)],
  });
  const { items } = (await administrator.get('/api/console/tickets?limit=8')) as { items: Ticket[] };
  const on = (daysAgo: number) => new Date(now.getTime() - daysAgo * day).toISOString().slice(0, 10);
  const work = [
    { minutes: 35, note: 'Memeriksa log server dan beban basis data.', billable: true },
    { minutes: 50, note: 'Menyiapkan dan menguji perbaikannya.', billable: true },
    { minutes: 10, note: 'Membaca ulang percakapan.', billable: false },
  ];
  for (const [index, { id }] of items.entries())
    for (const [nth, entry] of work.slice(index % 3).entries())
      await agent.post(`/api/console/tickets/${id}/time`, { ...entry, workedOn: on(index + nth + 1) });
  const billed = items.at(-1)!.organization.id;
  const url = `/api/console/clients/${billed}/billable-time`;
  const open = (await administrator.get(url)).items as { id: string }[];
  await administrator.post(`${url}/bill`, { entries: open.map(({ id }) => id), by: 'ticket' });
}
