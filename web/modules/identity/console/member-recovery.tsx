import { RecoverPerson, type RecoverPersonProps } from './recover-person.tsx';

/** Below one of a client's people. */
export function Part(props: RecoverPersonProps) {
  return <RecoverPerson {...props} />;
}
