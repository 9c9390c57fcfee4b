import type { TestApp } from '../../../test/kit/app.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';

/** Adds a domain to an organization and proves it by its record. */
export async function addAndProve(
  { ports }: Pick<TestApp, 'ports'>,
  { owner, at }: TestOrganization,
  domain: string,
): Promise<{ id: string; record: { name: string; value: string } }> {
  const { items } = (await owner.post(at('/domains'), { domain })).body;
  const { id, record } = items.find((one: { domain: string }) => one.domain === domain);
  ports.records.set(record.name, [record.value]);
  const proved = await owner.post(at(`/domains/${id}/prove`));
  if (proved.status !== 200) throw new Error(proved.text);
  return { id, record };
}
