export const text = {
  enclosed: {
    title: 'Files in mails',
    lead: 'What you attach to an answer goes along with its mail, as far as all of it together fits. The rest waits behind a link.',
    together: 'At most, together',
    megabytes: (count: number) => `${count} MB`,
    none: 'Never attach, always link',
    hint: 'On its way a file grows by a third, and many mail servers refuse mails above 25 MB.',
    save: 'Save',
    saved: 'Counts from the next mail on',
  },
};
export type Text = typeof text;
