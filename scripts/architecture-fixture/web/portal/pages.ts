export const portalPages = ['/'];
