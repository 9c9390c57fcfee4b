export const text = {
  sending: (name: string) => `Sending ${name}`,
  ready: (name: string) => `${name} is attached`,
  cancel: (name: string) => `Do not send ${name}`,
  remove: (name: string) => `Remove ${name}`,
  dismiss: (name: string) => `Take ${name} off the list`,
  again: 'Try again',
  place: 'Put into the text',
  placeOf: (name: string) => `Put ${name} into the text`,
  shows: 'What does it show?',
  showsOf: (name: string) => `What ${name} shows, for those who do not see it`,
  save: 'Save the file',
  tooLarge: (max: string) => `Too large. Files may have up to ${max}.`,
  refusedType: 'Files of this type cannot be attached. A picture, PDF, text or ZIP works.',
  empty: 'This file is empty.',
  tooMany: (most: number) => `No more than ${most} files go with one message.`,
  hint: (max: string) => `Pictures, PDF, documents, logs, up to ${max} each`,
  problems: {
    unknown_upload: 'A file is no longer here, as it was attached too long ago. Attach it again.',
    file_type_refused: 'Files of this type cannot be attached, or the file is not what its name says.',
    file_too_large: 'This file is too large.',
    file_infected: 'This file holds malware, so we did not keep it.',
    scanner_unavailable: 'We cannot check files at the moment. Please try again in a few minutes.',
    bytes_expected: 'The file could not be read. Choose it again.',
  },
};

export type Text = typeof text;
