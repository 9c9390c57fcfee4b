export const signInBody = { password: '' };
export type SignIn = typeof signInBody;
