import { z } from 'zod';
import { defineSetting } from './settings.ts';

/** How the business looks and speaks: obeyed by the portal, the console, mails and documents. */
export const brandShape = z.object({
  name: z.string().trim().min(1).max(80),
  /** SVG or PNG as a data URL, or null for the name in type. */
  logo: z
    .string()
    .regex(/^data:image\/(svg\+xml|png);base64,[A-Za-z0-9+/=]+$/)
    .max(200_000)
    .nullable(),
  accent: z.string().regex(/^#[0-9a-f]{6}$/),
  radius: z.number().int().min(0).max(20),
  typeface: z.enum(['inter', 'system']),
  supportEmail: z.email(),
  /** One friendly line under the sign-in form and at the foot of mails, by language. */
  tagline: z.object({ id: z.string().max(200), en: z.string().max(200) }),
});
export type Brand = z.output<typeof brandShape>;

export const brand = defineSetting<Brand>({
  key: 'brand',
  schema: brandShape,
  default: {
    name: 'Clientarea',
    logo: null,
    accent: '#0f766e',
    radius: 8,
    typeface: 'inter',
    supportEmail: 'support@example.com',
    tagline: { id: 'Semua layanan Anda, di satu tempat.', en: 'All your services, in one place.' },
  },
});
