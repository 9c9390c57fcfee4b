/** How long people stay signed in, as the business and organizations set it. */
export const text = {
  title: 'How long people stay signed in',
  lead: 'Whoever is away for longer, or signed in longer ago, signs in again. Of all that is set the shortest counts.',
  organizationLead:
    'Members sign in again after this, wherever they are. Leave it as it is, or make it shorter for yours.',
  staff: 'Staff',
  clients: 'Clients',
  idle: 'Away for at most',
  hours: 'In any case for at most',
  remember: 'A device may go without the second step',
  never: 'Never',
  asBusiness: 'As everybody here',
  days: (count: number) => (count === 1 ? 'for a day' : `for ${count} days`),
  save: 'Save',
  saved: 'Saved. It holds at once, also for those signed in now.',
};

export type Limits = typeof text;
