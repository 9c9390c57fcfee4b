import type { Choice } from '../ui/inputs.tsx';

/** Those most people here live in stand first, under the names they use. */
const near: Choice[] = [
  { value: 'Asia/Jakarta', label: 'WIB · Jakarta' },
  { value: 'Asia/Makassar', label: 'WITA · Makassar' },
  { value: 'Asia/Jayapura', label: 'WIT · Jayapura' },
  { value: 'Asia/Singapore', label: 'Singapore' },
];

/** All zones the browser knows, with the present one even if it does not. */
export function timeZoneChoices(current: string): Choice[] {
  const known = new Set([...near.map((zone) => zone.value), current, ...Intl.supportedValuesOf('timeZone')]);
  const labels = new Map(near.map((zone) => [zone.value, zone.label]));
  return [...known].map((value) => ({ value, label: labels.get(value) ?? value.replaceAll('_', ' ') }));
}
