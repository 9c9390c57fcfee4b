import type { Sso } from '../../../../server/modules/sso/contract.ts';
import type { Form } from '../../../kernel/forms/use-form.ts';

export const nobody = '';
/** What is typed letter by letter. */
export const plain = { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' } as const;

/** The fields of both kinds; certificates have the names by which the server finds fault with them. */
export const initialOf = ({ connection }: Sso) => ({
  kind: connection?.kind ?? 'oidc',
  issuer: connection?.issuer ?? '',
  clientId: connection?.clientId ?? '',
  secret: '',
  signInUrl: connection?.signInUrl ?? '',
  'certificates.0': connection?.certificates[0] ?? '',
  'certificates.1': connection?.certificates[1] ?? '',
  mailAttribute: connection?.mailAttribute ?? '',
  nameAttribute: connection?.nameAttribute ?? '',
  joinsAs: connection ? (connection.joinsAs ?? nobody) : 'member',
  groupsClaim: connection?.groupsClaim ?? '',
  groupRoles: connection?.groupRoles ?? [],
  secondStepValues: connection?.secondStepValues.join(', ') ?? '',
  trustsUnsaidMail: connection?.trustsUnsaidMail ?? false,
  sessionHours: String(connection?.sessionHours ?? 12),
});
export type ConnectionValues = ReturnType<typeof initialOf>;
export type ConnectionFormState = Form<ConnectionValues>;

const orNull = (text: string) => text.trim() || null;

function wayOf(values: ConnectionValues) {
  const { kind, issuer, clientId, secret, signInUrl, mailAttribute, nameAttribute } = values;
  if (kind === 'oidc') return { kind, issuer, clientId, ...(secret === '' ? {} : { secret }) };
  const [first, next] = [values['certificates.0'], values['certificates.1']];
  return {
    kind,
    issuer,
    signInUrl,
    certificates: orNull(next) ? [first, next] : [first],
    mailAttribute: orNull(mailAttribute),
    nameAttribute: orNull(nameAttribute),
  };
}

/** What is sent of them, by the kind that was chosen. */
export const bodyOf = (values: ConnectionValues) => ({
  ...wayOf(values),
  trustsUnsaidMail: values.trustsUnsaidMail,
  joinsAs: values.joinsAs === nobody ? null : values.joinsAs,
  groupsClaim: orNull(values.groupsClaim),
  groupRoles: values.groupRoles,
  secondStepValues: values.secondStepValues
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  sessionHours: Number(values.sessionHours),
});
