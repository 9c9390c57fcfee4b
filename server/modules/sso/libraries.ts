/** They come when somebody signs in with them: a start without them is quicker, and most organizations never need them. */
export const openidClient = () => import('openid-client');
export const nodeSaml = () => import('@node-saml/node-saml');
export const jose = () => import('jose');
