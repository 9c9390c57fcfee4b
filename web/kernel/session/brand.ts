import { createStore } from '../store.ts';

/** How the business looks and speaks, as `server/kernel/brand.ts` describes it. */
export interface Brand {
  name: string;
  /** A data url or address of the logo image, or null to show the name in type. */
  logo: string | null;
  /** #rrggbb */
  accent: string;
  /** Pixels. */
  radius: number;
  typeface: 'inter' | 'system';
  supportEmail: string;
  tagline: { id: string; en: string };
}

export const brand = createStore<Brand>({
  name: 'Clientarea',
  logo: null,
  accent: '#0f766e',
  radius: 8,
  typeface: 'inter',
  supportEmail: '',
  tagline: { id: '', en: '' },
});
