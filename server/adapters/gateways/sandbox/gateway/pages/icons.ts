import { Html } from './html.ts';

const shapes = {
  brand: '<path d="M4 8.5C8 3.5 12 13.5 20 7M4 16.5c4-5 8 5 16-1.5"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  cross: '<path d="M7 7l10 10M17 7L7 17"/>',
  back: '<path d="M4 9h11a5 5 0 0 1 0 10h-4M4 9l4-4M4 9l4 4"/>',
  flask:
    '<path d="M10 3.5v6L4.8 18a1.7 1.7 0 0 0 1.5 2.5h11.4a1.7 1.7 0 0 0 1.5-2.5L14 9.5v-6M8.5 3.5h7M7.5 15h9"/>',
  card: '<rect x="3" y="5.5" width="18" height="13" rx="2.5"/><path d="M3 10h18M7 15h3"/>',
  virtual_account: '<path d="M4 10l8-5.5L20 10H4zM6 10v7M10 10v7M14 10v7M18 10v7M4 19.5h16"/>',
  qris: '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/><rect x="8" y="8" width="3" height="3"/><rect x="13" y="13" width="3" height="3"/><path d="M14.5 8.5h1v1M8.5 14.5h1v1"/>',
  ewallet:
    '<path d="M18 8V5.5A1.5 1.5 0 0 0 16.5 4H5.5a2 2 0 0 0 0 4h13A1.5 1.5 0 0 1 20 9.5v9a1.5 1.5 0 0 1-1.5 1.5h-13a2 2 0 0 1-2-2V6"/><path d="M16.5 14h.01"/>',
  shield: '<path d="M12 3.5l7 2.5v5.5c0 4.2-2.9 7.4-7 9-4.1-1.6-7-4.8-7-9V6l7-2.5zM9 12l2.2 2.2L15.2 10"/>',
  next: '<path d="M9.5 6l6 6-6 6"/>',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration: the word beside it carries the meaning. */
export function icon(name: IconName): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes[name]}</svg>`,
  );
}
