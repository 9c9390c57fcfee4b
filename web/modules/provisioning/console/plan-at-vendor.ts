/** A plan as its vendor calls it; null where a person sets it up, and nothing but our own id of it stands there. */
export const planAtVendor = ({ provisioner, plan }: { provisioner: string; plan: string }) =>
  provisioner === 'manual' && /^[0-9a-f-]{36}$/.test(plan) ? null : plan;
