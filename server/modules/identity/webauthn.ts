/** The library of passkeys, loaded when the first one is used: with its certificates it would be a third of the time a start takes. */
export const webauthn = () => import('@simplewebauthn/server');
