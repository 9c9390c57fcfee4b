import type { Choice } from '../ui/inputs.tsx';

/** Those most people here live in stand first, under the names they use. */
const near: Choice[] = [
  { value: 'Asia/Jakarta', label: 'WIB · Jakarta' },
  { value: 'Asia/Makassar', label: 'WITA · Makassar' },
  { value: 'Asia/Jayapura', label: 'WIT · Jayapura' },
  { value: 'Asia/Singapore', label: 'Singapore' },
];

const labels = new Map(near.map(({ value, label }) => [value, label]));

/** A zone as people here call it. */
export const timeZoneName = (zone: string): string => labels.get(zone) ?? zone.replaceAll('_', ' ');

/** All zones the browser knows, with the present one even if it does not. */
export function timeZoneChoices(current: string): Choice[] {
  const known = new Set([...near.map((zone) => zone.value), current, ...Intl.supportedValuesOf('timeZone')]);
  return [...known].map((value) => ({ value, label: timeZoneName(value) }));
}
