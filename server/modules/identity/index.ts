export { choosePassword } from './commands/choose-password.ts';
export { appointStaff } from './commands/manage-staff.ts';
export { addProvenPerson, hasStaff, makeAdministrator, makeSetupLink } from './commands/set-up.ts';
export { addPerson, signUp } from './commands/sign-up.ts';
export * from './events.ts';
export { hashPassword } from './passwords.ts';
export { describeSession, findReaders } from './queries.ts';
export { endSessions, startSession } from './sessions.ts';
