import type { Actor } from './story.ts';

const tiers = [
  {
    titles: { id: 'Korporat', en: 'Corporate' },
    position: 1,
    color: 'info',
    clients: ['PT Sinar Rejeki Logistik', 'PT Bumi Arta Persada'],
  },
  {
    titles: { id: 'Usaha kecil', en: 'Small business' },
    position: 2,
    color: 'good',
    clients: ['CV Kopi Nusantara', 'Warung Digital Bandung'],
  },
  { titles: { id: 'Mitra', en: 'Partner' }, position: 3, color: 'attention', clients: ['Studio Lentera'] },
] as const;

/** What kinds of clients the business tells apart; emergencies of the first kind carry a tag. */
export async function sortClients(staff: Actor): Promise<void> {
  const made: string[] = [];
  for (const { clients, ...tier } of tiers) {
    const { id } = await staff.post('/api/console/client-tiers', tier);
    made.push(id);
    for (const name of clients) {
      const { items } = await staff.get(`/api/console/clients?q=${encodeURIComponent(name)}`);
      await staff.put(`/api/console/clients/${items[0].id}/tier`, 0, { tierId: id });
    }
  }
  await staff.post('/api/console/ticket-rules', {
    title: 'Korporat didahulukan',
    position: 20,
    active: true,
    moment: 'opened',
    hours: null,
    conditions: { match: 'all', tests: [{ of: 'tier', is: true, values: [made[0]] }] },
    acts: { addTags: ['korporat'] },
  });
}
