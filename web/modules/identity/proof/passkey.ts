import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { ApiProblem } from '../../../kernel/api/problem.ts';

// The library is loaded when somebody has or wants a passkey, never before.
const library = () => import('@simplewebauthn/browser');

/** The browser's refusal as a problem: most often the person closed its window. */
function refused(error: unknown): never {
  const { name, code } = error as { name?: string; code?: string };
  const known = code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError';
  throw new ApiProblem({ status: 400, code: known ? 'passkey_there_already' : 'passkey_not_used' });
}

/** Has the browser sign with a passkey. Throws an `ApiProblem` when the person chose none. */
export async function signWithPasskey(options: unknown): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await library();
  return startAuthentication({
    optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
  }).catch(refused);
}

/** Offers the passkeys of this device where the address is typed; null when the browser cannot, or nobody chose one. */
export async function offerPasskeys(ask: () => Promise<unknown>): Promise<AuthenticationResponseJSON | null> {
  if (!window.PublicKeyCredential?.isConditionalMediationAvailable) return null;
  if (!(await PublicKeyCredential.isConditionalMediationAvailable())) return null;
  const { startAuthentication } = await library();
  const optionsJSON = (await ask()) as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(() => null);
}

/** Stops what `offerPasskeys` waits for. */
export async function withdrawOffer(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

/** Has the browser make a passkey. Throws an `ApiProblem` when the person declined. */
export async function makePasskey(options: unknown): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await library();
  return startRegistration({
    optionsJSON: options as PublicKeyCredentialCreationOptionsJSON,
  }).catch(refused);
}
