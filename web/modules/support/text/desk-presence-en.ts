import { plural } from '../../../kernel/i18n/plural.ts';

export const text = {
  writes: (names: string, count: number) => plural(count, `${names} is writing`, `${names} are writing`),
  looks: (names: string, count: number) =>
    plural(count, `${names} has this ticket open`, `${names} have this ticket open`),
};
export type Text = typeof text;
