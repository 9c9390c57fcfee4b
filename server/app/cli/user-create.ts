import { staffRoles } from '../../kernel/auth/roles.ts';
import type { StaffRole } from '../../kernel/auth/roles.ts';
import { hashPassword, makeAdministrator } from '../../modules/identity/index.ts';
import type { Config } from '../config.ts';
import { readablePassword } from '../readable-password.ts';
import { withClientarea } from './with-clientarea.ts';

export async function userCreate(
  config: Config,
  [email = '', name = '', list = 'administrator']: readonly string[],
): Promise<number> {
  const roles = list.split(',') as StaffRole[];
  if (!/^[^@\s]+@[^@\s]+$/.test(email) || name === '' || !roles.every((role) => staffRoles.includes(role))) {
    console.error(`Usage: clientarea user create EMAIL NAME [ROLE,ROLE]\nRoles: ${staffRoles.join(', ')}`);
    return 2;
  }
  const password = readablePassword();
  const hash = await hashPassword(password);
  await withClientarea(config, (clientarea) =>
    clientarea
      .system('user create')
      .transact((tx) =>
        makeAdministrator(
          tx,
          { email: email.toLowerCase(), name, locale: 'id', timeZone: config.timeZone },
          hash,
          roles,
        ),
      ),
  );
  console.log(
    `${email} may sign in as ${roles.join(', ')} with this password, which is shown only now:\n  ${password}`,
  );
  return 0;
}
