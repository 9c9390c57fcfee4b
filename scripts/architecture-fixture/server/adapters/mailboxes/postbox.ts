// breaks: mailboxes-know-their-port
// breaks: no-dead-files
import { organizations } from '../../modules/organizations/index.ts';

export const postbox = organizations.length;
