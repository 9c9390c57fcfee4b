import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { Form } from '../../../kernel/forms/use-form.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';
import { useRoleChoices } from './role-choices.ts';

/** A role and what narrows it, as it is typed. */
export interface Standing {
  role: string;
  services: string[] | null;
  limit: Money | null;
  until: string;
}

export const freshStanding: Standing = { role: 'member', services: null, limit: null, until: '' };

export const standingOf = ({ role, roleId, services, limit, until }: Member): Standing => ({
  role: roleId ?? role,
  services,
  limit,
  until: until ?? '',
});

/** As requests say it; an owner is not narrowed. */
export function standingBody({ role, services, limit, until }: Standing) {
  if (role === 'owner') return { role, services: null, limit: null, until: null };
  return {
    role,
    services: services?.length ? services : null,
    limit: limit?.amount ?? null,
    until: until || null,
  };
}

interface Service {
  id: string;
  label: string;
  names: { id: string; en: string };
}

export function StandingFields<Values extends Standing>({ form }: { form: Form<Values> }) {
  const { members, narrowing: words } = useText();
  const choices = useRoleChoices();
  const { api } = useOrganization();
  const language = locale.use();
  const seesServices = useCan('services.service.read');
  const { data } = useSideData<{ items: Service[] }>(
    seesServices ? `${api}/services?status=current&limit=200` : null,
  );
  const { data: organization } = useSideData<{ currency: string }>(api);
  const { role, services, limit } = form.values;
  const change = (one: Partial<Standing>) => form.set(one as Partial<Values>);
  return (
    <>
      <RadioCards
        name="role"
        label={members.role}
        value={role}
        error={form.errors.role}
        choices={choices}
        onValue={(value) => change({ role: value })}
      />
      {role !== 'owner' && (
        <>
          <Select
            name="services"
            label={words.services}
            hint={services ? words.chosenHint : undefined}
            value={services ? 'chosen' : 'all'}
            choices={[
              { value: 'all', label: words.all },
              { value: 'chosen', label: words.chosen },
            ]}
            onValue={(value) => change({ services: value === 'chosen' ? [] : null })}
          />
          {services && (
            <FieldSet label={words.chosen} error={form.errors.services}>
              {data?.items.length === 0 && <p className="text-13 text-muted">{words.none}</p>}
              <div className="max-h-48 overflow-y-auto rounded border border-line px-3 py-1">
                {data?.items.map((one) => (
                  <Checkbox
                    key={one.id}
                    name={`service-${one.id}`}
                    label={one.label || one.names[language]}
                    value={services.includes(one.id)}
                    onValue={(on) =>
                      change({
                        services: on ? [...services, one.id] : services.filter((id) => id !== one.id),
                      })
                    }
                  />
                ))}
              </div>
            </FieldSet>
          )}
          {!services && organization && (
            <MoneyField
              name="limit"
              label={words.limit}
              hint={words.limitHint}
              error={form.errors.limit}
              optional
              currency={organization.currency}
              value={limit}
              onValue={(value) => change({ limit: value })}
            />
          )}
          <TextField
            name="until"
            label={words.until}
            hint={words.untilHint}
            error={form.errors.until}
            optional
            type="date"
            value={form.values.until}
            onValue={(value) => change({ until: value })}
          />
        </>
      )}
    </>
  );
}
