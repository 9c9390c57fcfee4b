export const text = {
  title: 'Get no more of this conversation?',
  lead: 'You will get no more mail about this conversation, and nobody can copy you on it again. What you answered stays in it.',
  act: 'Stop these emails',
  done: 'You will get no more mail about this conversation.',
  link: 'Paste the link from the email here',
  broken: 'It may have been cut off on its way. Open it again from the email.',
};

export type Text = typeof text;
