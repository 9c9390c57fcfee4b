export { authenticate } from './authenticate.ts';
export { findMembersByRole } from './clients.ts';
export { addMember } from './commands/add-member.ts';
export { createOrganization } from './commands/create-organization.ts';
export * from './events.ts';
export { findOrganization } from './queries.ts';
