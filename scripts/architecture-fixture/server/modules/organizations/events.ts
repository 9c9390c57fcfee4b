export const organizationAdded = 'organizations.organization-added';
