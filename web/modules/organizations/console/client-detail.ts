import type { Client, Member, Organization } from '../../../../server/modules/organizations/contract.ts';

/** Answer of `GET /api/console/clients/:organization` (`clientDetail` of the contract). */
export type ClientDetail = Organization &
  Pick<Client, 'parent' | 'guest' | 'tier'> & {
    children: { id: string; name: string }[];
    members: Pick<Member, 'id' | 'name' | 'email' | 'role' | 'roleName'>[];
  };
