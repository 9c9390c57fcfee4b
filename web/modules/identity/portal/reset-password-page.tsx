import { useText } from '../text/index.ts';
import { ChoosePassword } from './choose-password.tsx';

export function Page() {
  const { choose } = useText();
  return <ChoosePassword title={choose.resetTitle} lead={choose.resetLead} />;
}
