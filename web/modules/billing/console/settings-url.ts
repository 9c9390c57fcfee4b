export const settingsUrl = '/api/console/billing-settings';
