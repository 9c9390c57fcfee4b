import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';

const app = await createTestApp();
const dayIn = (days: number) =>
  new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10) as never;

test('access until a date is announced, holds through that day and is gone after it', async () => {
  const organization = await buildOrganization(app, { name: 'Dated' });
  const { owner, at } = organization;
  const temp = await buildMember(app, organization, 'technical', { until: dayIn(3) });
  const later = await buildMember(app, organization, 'technical', { until: dayIn(30) });
  await app.sweep('organizations.follow-last-days');
  await app.sweep('organizations.follow-last-days');
  const mails = (address: string) =>
    app.ports.sent.filter(({ to, subject }) => to.address === address && /Dated/.test(subject));
  expect(mails(temp.email)).toHaveLength(1);
  expect(mails(owner.email)).toHaveLength(1);
  expect(mails(later.email)).toHaveLength(0);
  await app.clock.advance({ days: 3 });
  expect((await temp.get(at(''))).status).toBe(200);
  await app.clock.advance({ days: 1 });
  expect((await temp.get(at(''))).status).toBe(404);
  await app.sweep('organizations.follow-last-days');
  const { items } = (await owner.get(at('/members'))).body;
  expect(items.map(({ id }: { id: string }) => id)).not.toContain(temp.id);
  expect(items.map(({ id }: { id: string }) => id)).toContain(later.id);
  expect(mails(temp.email).at(-1)!.subject).toMatch(/ended/);
});

test('the review says who, since when and by whom; marks are kept, and a reminder comes when it is time', async () => {
  const organization = await buildOrganization(app, { name: 'Reviewed' });
  const { owner, at } = organization;
  const sari = await buildMember(app, organization, 'member');
  const of = async (id: string) =>
    (await owner.get(at('/members'))).body.items.find((one: { id: string }) => one.id === id);
  expect(await of(sari.id)).toMatchObject({ reviewedAt: null, via: null, role: 'member' });
  expect((await of(sari.id)).lastSeen).not.toBeNull();
  expect((await sari.post(at(`/members/${owner.id}/review`), undefined)).status).toBe(404);
  expect((await owner.post(at(`/members/${sari.id}/review`), undefined)).status).toBe(204);
  expect(await of(sari.id)).toMatchObject({ reviewedBy: (await of(owner.id)).name });

  const file = await owner.get(at('/members/file'));
  expect(file.headers['content-type']).toMatch(/text\/csv/);
  expect(file.text.trim().split('\r\n')).toHaveLength(3);
  expect(file.text).toContain(sari.email);

  await app.ctx.transact((tx) =>
    tx.db
      .updateTable('organizations.members')
      .set({ since: new Date('2025-01-01T00:00:00Z') })
      .where('organization_id', '=', organization.id)
      .execute(),
  );
  const reminders = () => app.ports.sent.filter(({ subject }) => /Reviewed/.test(subject));
  await app.sweep('organizations.remind-of-reviews');
  expect(reminders()).toHaveLength(0);
  expect((await owner.put(at('/review'), { months: 3 })).body).toEqual({ months: 3 });
  await app.sweep('organizations.remind-of-reviews');
  await app.sweep('organizations.remind-of-reviews');
  expect(reminders().map(({ to }) => to.address)).toEqual([owner.email]);
});
