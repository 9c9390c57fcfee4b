/** A promotion's code while ordering. */
export const promotion = {
  ask: 'Have a promotion code?',
  label: 'Promotion code',
  apply: 'Apply',
  remove: 'Remove',
  got: (name: string) => `${name} is taken off.`,
  off: (name: string, sum: string) => `${name}: ${sum} off`,
  after: (sum: string, cycle: string, date: string) => `, and ${sum} ${cycle} from ${date}`,
  no: {
    unknown: 'We do not know this code. Check its spelling.',
    over: 'This code is over.',
    not_yet: 'This code does not hold yet.',
    used_up: 'This code has been used as often as it could be.',
    used_by_you: 'You have used this code already.',
    new_clients_only: 'This code is for new clients.',
    not_for_this: 'This code is not for this plan and way to pay.',
    other_currency: 'This code is not for your currency.',
    below_minimum: 'This code is for orders of a larger sum.',
    better_without: 'You get more off without this code, so we left it out.',
  },
  minimum: (sum: string) => `This code is for orders from ${sum} before tax.`,
};
