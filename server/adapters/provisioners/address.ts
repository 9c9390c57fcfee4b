import { z } from 'zod';

/** Where a vendor listens. Credentials have fields of their own, which are sealed; in an address they would be shown and logged. */
export const address = z.url({ protocol: /^https?$/ }).refine(
  (text) => {
    if (!URL.canParse(text)) return true;
    const { username, password } = new URL(text);
    return username === '' && password === '';
  },
  { message: 'without a user name and password' },
);
