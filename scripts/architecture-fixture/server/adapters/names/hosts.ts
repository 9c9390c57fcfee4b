// breaks: names-know-their-port
import { organizations } from '../../modules/organizations/index.ts';

export const hosts = organizations.length;
