import type { RoleList } from '../../../../server/modules/organizations/contract.ts';
import type { Sso } from '../../../../server/modules/sso/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { bodyOf, initialOf, nobody, plain } from './connection-values.ts';
import { Groups } from './groups.tsx';
import { OidcProvider } from './oidc-provider.tsx';
import { Ours } from './ours.tsx';
import { SamlProvider } from './saml-provider.tsx';

const kinds = ['oidc', 'saml'] as const;
const builtIn = ['viewer', 'member', 'approver', 'technical', 'finance'] as const;

function useRoles() {
  const words = useText();
  const { api: base } = useOrganization();
  const { data } = useSideData<RoleList>(`${base}/roles`, 'organizations.role');
  return [
    ...builtIn.map((value) => ({ value: value as string, label: words.roles[value] })),
    ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** What the organization and its provider agreed on, by either kind. */
export function ConnectionForm({ sso }: { sso: Sso }) {
  const words = useText();
  const { api: base } = useOrganization();
  const roles = useRoles();
  const form = useForm({
    initial: initialOf(sso),
    send: (values) => api.put<Sso>(`${base}/sso`, bodyOf(values), sso.version),
    refresh: [`${base}/sso`],
    done: () => {
      form.set({ secret: '' });
      toast({ words: words.saved });
    },
  });
  const saml = form.values.kind === 'saml';
  return (
    <Form form={form}>
      <Card title={words.provider}>
        <div className="flex flex-col gap-4">
          <RadioCards
            {...form.field('kind')}
            label={words.kind}
            choices={kinds.map((value) => ({
              value,
              label: words.kinds[value],
              hint: words.kindHints[value],
            }))}
          />
          <Ours ours={sso.ours} kind={saml ? 'saml' : 'oidc'} />
          {saml ? (
            <SamlProvider form={form} />
          ) : (
            <OidcProvider form={form} hasSecret={sso.connection?.hasSecret ?? false} />
          )}
        </div>
      </Card>
      <Card title={words.people}>
        <div className="flex flex-col gap-4">
          <Select
            {...form.field('joinsAs')}
            label={words.joinsAs}
            choices={[...roles, { value: nobody, label: words.nobodyJoins }]}
          />
          <TextField
            {...form.field('groupsClaim')}
            {...plain}
            optional
            label={saml ? words.groupsAttribute : words.groupsClaim}
            hint={words.groupsClaimHint}
          />
          {form.values.groupsClaim !== '' && (
            <Groups
              roles={roles}
              value={form.values.groupRoles}
              onValue={(groupRoles) => form.set({ groupRoles })}
            />
          )}
        </div>
      </Card>
      <Card title={words.safety}>
        <div className="flex flex-col gap-4">
          <TextField {...form.field('sessionHours')} label={words.sessionHours} inputMode="numeric" />
          <TextField
            {...form.field('secondStepValues')}
            {...plain}
            optional
            label={saml ? words.secondStepClasses : words.secondStep}
            hint={saml ? words.secondStepClassesHint : words.secondStepHint}
          />
          <Checkbox
            {...form.field('trustsUnsaidMail')}
            label={saml ? words.noChoice : words.trustsUnsaid}
            hint={saml ? words.noChoiceHint : words.trustsUnsaidHint}
          />
        </div>
      </Card>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.save}
        </Button>
      </FormActs>
    </Form>
  );
}
