export const factorsUrl = '/api/me/factors';
