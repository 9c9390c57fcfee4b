import type { Actor } from './story.ts';

const base = '/api/console/service-levels';
const morning = { from: '08:00', to: '12:00' };
const afternoon = { from: '13:00', to: '17:00' };
const day = [morning, afternoon];

/** What the business promises every client, by the hours of its desk. */
export async function promise(staff: Actor): Promise<void> {
  const { id } = await staff.post(`${base}/calendars`, {
    name: 'Kantor Jakarta',
    zone: 'Asia/Jakarta',
    week: [day, day, day, day, day, [{ from: '08:00', to: '12:00' }], []],
    holidays: [
      { on: '2026-12-25', name: 'Hari Raya Natal' },
      { on: '2027-01-01', name: 'Tahun Baru' },
    ],
  });
  await staff.post(`${base}/policies`, {
    titles: { id: 'Layanan standar', en: 'Standard service' },
    active: true,
    calendarId: id,
    shown: true,
    organizations: null,
    products: null,
    queues: null,
    priorities: null,
    kinds: null,
    minutes: {
      emergency: { first: 30, next: 60, resolution: 240 },
      high: { first: 60, next: 120, resolution: 480 },
      normal: { first: 240, next: 480, resolution: 1440 },
      low: { first: 480, next: 960, resolution: null },
    },
    pauses: ['waiting_customer', 'waiting_third_party', 'on_hold'],
    warnPercent: 75,
    tellWarning: ['assignee'],
    tellBreach: ['assignee'],
    credit: { percent: 10, goals: ['first', 'resolution'] },
  });
}
