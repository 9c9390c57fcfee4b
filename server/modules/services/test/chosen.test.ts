import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import { buildActiveService } from './build.ts';

const app = await createTestApp();

test('who is a member for chosen services sees these and nothing of the others, whatever the page', async () => {
  const organization = await buildOrganization(app);
  const { at, owner } = organization;
  const [mine, other] = [
    await buildActiveService(app, organization),
    await buildActiveService(app, organization),
  ];
  await app.settle();
  const narrow = await buildMember(app, organization, 'technical', { services: [mine] });
  const list = (await narrow.get(at('/services'))).body.items;
  expect(list.map(({ id }: { id: string }) => id)).toEqual([mine]);
  expect((await narrow.get(at(`/services/${mine}`))).status).toBe(200);
  expect((await narrow.get(at(`/services/${other}`))).status).toBe(404);
  expect((await narrow.get(at(`/services/${other}/setup`))).status).toBe(404);
  expect((await narrow.get(at('/dashboard'))).body).toMatchObject({
    money: null,
    services: { latest: [{ id: mine }] },
  });
  for (const path of ['/orders', '/invoices', '/statement'])
    expect((await narrow.get(at(path))).status).toBe(404);
  const session = (await narrow.get('/api/session')).body.organizations[0];
  expect(session.permissions).not.toContain('orders.place');
  expect(session.permissions).toContain('services.service.change');

  const about = async (service: string | null, subject: string) => {
    const made = await owner.post(at('/tickets'), {
      subject,
      text: 'Please look.',
      kind: 'question',
      serviceId: service,
    });
    return made.body.id as string;
  };
  const seen = await about(mine, 'Mine');
  const hidden = await about(other, 'Other');
  const general = await about(null, 'General');
  expect(seen && hidden && general).toBeTruthy();
  const tickets = (await narrow.get(at('/tickets'))).body.items.map(
    ({ subject }: { subject: string }) => subject,
  );
  expect(tickets.toSorted()).toEqual(['General', 'Mine']);
  expect((await narrow.get(at(`/tickets/${hidden}`))).status).toBe(404);
  expect((await narrow.get(at(`/tickets/${hidden}/messages`))).status).toBe(404);
});

test('every table about services that clients may read is narrowed', async () => {
  const { rows } = await app.app.pool.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and has_any_column_privilege('clientarea_portal', c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
      and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'service_id') or n.nspname || '.' || c.relname = 'services.services')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'chosen' and not p.polpermissive)`);
  expect(rows).toEqual([]);
});
