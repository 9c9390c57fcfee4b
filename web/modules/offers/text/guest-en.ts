/** Answering an offer by its mailed link. */
export const guest = {
  link: {
    codeTitle: 'Open your offer',
    codeLead: 'Paste the code from our mail. The link in the mail does it by itself.',
    code: 'Code from the mail',
    open: 'Open',
  },
  to: (email: string) => `For ${email}`,
  secret: 'Whoever has this link can answer the offer. Keep it to yourself.',
  acceptTitle: 'Accept it here',
  acceptLead: (sum: string) =>
    `It becomes an order of ${sum}, exactly as it stands here. You pay it right after, without an account, and nothing runs before that.`,
  acceptFor: (sum: string) => `Accept for ${sum}`,
  declineTitle: 'Not for you?',
  account: 'With an account',
  accountLead: (email: string) =>
    `Sign in or sign up with ${email} to take it into your own organization and answer it there.`,
  accountNeeded: 'This one is accepted with an account: what it becomes is not paid by a link alone.',
  toAccount: 'Sign in or sign up',
  placedTitle: 'Accepted. Thank you!',
  placedLead:
    'We have mailed you this number and its code, too. With them you pay, follow the order and get its documents.',
  number: 'Order number',
  code: 'Security code',
  pay: 'See and pay',
};
