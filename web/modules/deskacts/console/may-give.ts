import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';

/** Whether credit can be given, or asked for where it is above the day, and if not, why. */
export const mayGive = ({ can }: NonNullable<ClientPanel['credit']>) => (can.give === true ? true : can.ask);
