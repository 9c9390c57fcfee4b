import { groups, meters, products } from './products.ts';
import type { Actor } from './story.ts';

/** Plans by `product/index`, as the clients of the demo order them. */
export type DemoPlans = Map<string, string>;

export async function fillCatalog(staff: Actor, licenseSecret: string): Promise<DemoPlans> {
  await staff.post('/api/console/provisioning/connections', {
    code: 'sitebuilder',
    name: 'SiteBuilder',
    provisioner: 'license-key',
    configuration: { secret: licenseSecret },
  });
  for (const meter of meters) await staff.post('/api/console/catalog/meters', meter);
  const groupIds = new Map<string, string>();
  for (const [position, group] of groups.entries()) {
    const { id } = await staff.post('/api/console/catalog/groups', { ...group, visible: true, position });
    groupIds.set(group.slug, id);
  }
  const plans: DemoPlans = new Map();
  for (const [position, product] of products.entries()) {
    const {
      slug,
      name,
      description,
      provisioner,
      configuration,
      trialDays = 0,
      stock,
      options = [],
    } = product;
    const added = await staff.post('/api/console/catalog/products', {
      group: groupIds.get(product.group),
      slug,
      name,
      description,
      visible: true,
      position,
      provisioner,
      configuration,
      taxCategory: 'standard',
      trialDays,
      existingClientsOnly: false,
    });
    for (const [index, plan] of product.plans.entries()) {
      const {
        name: planName,
        description: planDescription,
        prices,
        seats = { minimum: 1, maximum: 1 },
        introduction = [],
        term = null,
        billDay = null,
      } = plan;
      const answer = await staff.post(`/api/console/catalog/products/${added.id}/plans`, {
        name: planName,
        description: planDescription,
        position: index,
        ...seats,
        configuration: {},
        existingClientsOnly: false,
        introduction,
        term,
        billDay,
        prices,
      });
      plans.set(
        `${slug}/${index}`,
        (answer.plans as { id: string; position: number }[]).find((one) => one.position === index)!.id,
      );
    }
    if (product.pauses) {
      const { version } = await staff.get(`/api/console/catalog/products/${added.id}`);
      await staff.patch(`/api/console/catalog/products/${added.id}`, version, { pauses: product.pauses });
    }
    for (const option of options)
      await staff.post(`/api/console/catalog/products/${added.id}/options`, option);
    if (stock !== undefined)
      await staff.post(`/api/console/catalog/products/${added.id}/stock`, { stock, seen: null });
  }
  return plans;
}
