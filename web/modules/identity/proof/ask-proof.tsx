import { overlayed } from '../../../kernel/overlay-host.tsx';
import { ProofDialog } from './proof-dialog.tsx';

/** Asks whoever is signed in to show that it is still them; true when they did. One question at a time. */
export function askProof(): Promise<boolean> {
  return (asking ??= ask().finally(() => {
    asking = undefined;
    overlayed.set(null);
  }));
}
let asking: Promise<boolean> | undefined;

function ask(): Promise<boolean> {
  return new Promise((resolve) => overlayed.set(<ProofDialog onEnd={resolve} />));
}
