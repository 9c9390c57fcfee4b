import type { ComponentProps } from 'react';
import { BareCard } from '../portal/bare-card.tsx';
import { useProofText } from '../text/proof.ts';
import { SecondStep } from './second-step.tsx';

/** The second step where a page before signing in stood. */
export function SecondStepCard(props: ComponentProps<typeof SecondStep>) {
  const { step } = useProofText();
  return (
    <BareCard title={step.title} lead={step.lead}>
      <SecondStep {...props} />
    </BareCard>
  );
}
