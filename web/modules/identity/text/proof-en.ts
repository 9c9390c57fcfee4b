/** Of the second step and of proofs: apart, as most visits need neither. */
export const text = {
  step: {
    title: 'One more step',
    lead: 'Your account is guarded by a second step.',
    act: 'Sign in',
    back: 'Begin again',
    other: 'Another way',
    remember: (days: number) => `Do not ask again on this device for ${days} ${days === 1 ? 'day' : 'days'}`,
    rememberHint: 'Only on a device that is yours alone.',
  },
  dialog: {
    title: 'Is it still you?',
    lead: 'This is a sensitive change, so please confirm that it is you.',
    act: 'Confirm',
  },
  provider: {
    lead: 'The window of your company’s provider asks for your account there. What you typed here stays.',
    act: 'Confirm at the provider',
  },
  password: 'Password',
  ways: {
    password: 'Use your password',
    passkey: 'Use a passkey',
    authenticator: 'Use your authenticator app',
    message_code: 'Have a code sent to your phone',
    email_code: 'Have a code sent by email',
    recovery_code: 'Use a recovery code',
    link: 'Use a mailed link',
    remembered_device: 'Use a remembered device',
    single_sign_on: 'Confirm at your company’s provider',
    provider_step: 'Second step at the company',
  },
  code: {
    authenticator: 'Code of your authenticator app',
    email_code: 'Code from the mail',
    message_code: 'Code from the message',
    recovery_code: 'Recovery code',
  },
  hint: {
    authenticator: 'Six digits. They change every 30 seconds.',
    email_code: 'Eight digits. Look in the spam folder if nothing arrives.',
    message_code: 'Eight digits. They arrive within a minute.',
    recovery_code: 'One of the ten you saved when you set this up. Each works once.',
  },
  send: { email: 'Mail me a code', whatsapp: 'Send a code by WhatsApp', sms: 'Send a code by SMS' },
  instead: { whatsapp: 'By WhatsApp instead', sms: 'By SMS instead' },
  goesTo: (ending: string) => `It goes to your phone whose number ends in ${ending}.`,
  sendAgain: 'Send another code',
  sent: (by: 'email' | 'whatsapp' | 'sms') =>
    `A code is on its way by ${{ email: 'email', whatsapp: 'WhatsApp', sms: 'SMS' }[by]}.`,
  problems: {
    wrong_passkey: 'This passkey does not work here. Try another way.',
    passkey_not_used: 'No passkey was used. Try again, or choose another way.',
    wrong_code: 'This code is not right, or it was used already. Take the newest one.',
    'code.wrong_code': 'This code is not right, or it was used already. Take the newest one.',
    'password.wrong_password': 'This is not your password.',
    texting_off: 'No code can be sent this way at the moment. Choose another way.',
    attempt_over: 'This took too long, or there were too many wrong codes. Begin again.',
    'code.too_small': 'Enter the code.',
  },
};

export type Text = typeof text;
