import { registerSlot } from '../../../kernel/slots.tsx';

export function plugIn(): void {
  registerSlot('service.sections', {
    id: 'pricing/coming-price',
    order: 5,
    need: 'services.service.read',
    words: 'pricing/coming',
    load: () => import('./coming-price.tsx'),
  });
}
