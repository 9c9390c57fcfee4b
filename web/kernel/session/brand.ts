import { createStore } from '../store.ts';

export interface Brand {
  name: string;
  /** Address of the logo image, or null to show the name. */
  logo: string | null;
  /** #rrggbb */
  accent: string;
  /** Pixels. */
  radius: number;
  typeface: 'inter' | 'system';
  supportEmail: string;
  texts: Record<string, string>;
}

export const brand = createStore<Brand>({
  name: 'Clientarea',
  logo: null,
  accent: '#4f4bd8',
  radius: 8,
  typeface: 'inter',
  supportEmail: '',
  texts: {},
});
