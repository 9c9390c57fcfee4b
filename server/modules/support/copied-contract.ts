import { z } from 'zod';
import { email, id, idOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { consoleParams, ticketParams } from './contract.ts';

export const copiedBody = z.object({ address: email });
export const copiedParams = ticketParams.extend({ copied: id('copied') });
export const consoleCopiedParams = consoleParams.extend({ copied: id('copied') });
/** `colleague`: the address is that of a member, who follows the ticket instead. */
export const copiedShape = z.object({ id: idOut.nullable(), colleague: z.boolean() });

export const copiesOff = problem('copies_off', 409, 'Replies are not copied to outside addresses here.');
export const tooManyCopied = problem(
  'too_many_copied',
  409,
  'No more addresses can be copied on this ticket.',
);
export const copiedTooOften = problem(
  'copied_too_often',
  409,
  'Enough addresses were added for today. Add this one tomorrow.',
);
export const addressGivesBack = problem('address_gives_back', 422, 'Mail to this address comes back.');
export const addressRefuses = problem(
  'address_refuses',
  422,
  'Whoever reads this address does not want to be copied on this ticket.',
);
export const addressIsOurs = problem('address_is_ours', 422, 'This is an address of the desk itself.');

/** Why an address is not copied. */
export const copyRefusals = [
  copiesOff,
  tooManyCopied,
  copiedTooOften,
  addressGivesBack,
  addressRefuses,
  addressIsOurs,
];
