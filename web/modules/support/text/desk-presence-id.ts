import type { Text } from './desk-presence-en.ts';

export const text: Text = {
  writes: (names) => `${names} sedang menulis`,
  looks: (names) => `${names} juga membuka tiket ini`,
};
