/** Of what an organization above pays. */
export const above = {
  title: 'Paid by your group',
  lead: 'What was invoiced for this organization and is paid by the one above it.',
  link: 'Paid by your group',
  now: 'The organization above pays your invoices',
  nowHint: 'You owe nothing for your services. What was invoiced for you stands in its own list.',
  see: 'See what was invoiced',
  whatFor: 'For what',
  empty: 'Nothing yet',
  emptyHint: 'When something is invoiced for this organization, it stands here.',
  forWhom: (name: string) => `for ${name}`,
  forServicesOf: 'For services of',
};
