type Area = 'services' | 'money' | 'orders' | 'support' | 'organization';

const areaOfModule: Record<string, Area> = {
  services: 'services',
  provisioning: 'services',
  billing: 'money',
  payments: 'money',
  orders: 'orders',
  catalog: 'orders',
  support: 'support',
};
export const areas: readonly Area[] = ['services', 'money', 'orders', 'support', 'organization'];

/** Under which heading a permission stands, by the module that declares it. */
export const areaOf = (permission: string): Area => areaOfModule[permission.split('.')[0]!] ?? 'organization';
