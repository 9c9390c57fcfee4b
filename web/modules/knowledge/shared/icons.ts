import type { IconName } from '../../../ui/icon.tsx';

/** Icons a category can have. */
export const categoryIcons = [
  'billing',
  'card',
  'services',
  'globe',
  'mail',
  'people',
  'shield',
  'settings',
  'bolt',
  'book',
] as const satisfies readonly IconName[];

/** The icon of a category; a book where it has none that is known. */
export function iconOf(name: string | null): IconName {
  return categoryIcons.find((icon) => icon === name) ?? 'book';
}
