import { permission } from '../../kernel/auth/roles.ts';

export const readSetup = permission('provisioning.setup.read', {
  members: ['owner', 'technical', 'member', 'viewer'],
});
export const readSecrets = permission('provisioning.secrets.read', { members: ['owner', 'technical'] });
export const readInstances = permission('provisioning.instance.read', {
  staff: ['administrator', 'operations', 'support'],
});
export const manageInstances = permission('provisioning.instance.manage', {
  staff: ['administrator', 'operations'],
});
export const manageConnections = permission('provisioning.connection.manage', {
  staff: ['administrator', 'operations'],
});
