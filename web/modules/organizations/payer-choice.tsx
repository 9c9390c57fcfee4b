import { RadioCards } from '../../ui/choices.tsx';
import { useText } from './text/index.ts';

/** Who owes what is invoiced for an organization: itself, or the one above it. */
export function PayerChoice({
  parent,
  value,
  onValue,
}: {
  parent: string;
  value: 'itself' | 'parent';
  onValue: (value: 'itself' | 'parent') => void;
}) {
  const { group: words } = useText();
  return (
    <RadioCards
      name="pays"
      label={words.payer}
      hint={words.payerEffect}
      value={value}
      onValue={onValue}
      choices={[
        { value: 'itself', label: words.itself, hint: words.itselfHint },
        { value: 'parent', label: words.parentPays(parent), hint: words.parentPaysHint },
      ]}
    />
  );
}
