import { moduleText } from '../i18n/module-text.ts';
import type { Text } from './en.ts';

export const useKernelText = moduleText<Text>('kernel');
