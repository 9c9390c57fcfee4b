import type { Profile } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { formats, useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale, switchLocale } from '../../../kernel/i18n/locale.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { updatePerson } from '../../../kernel/session/session.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { applyTheme } from '../../../kernel/theme.ts';
import { timeZoneChoices } from '../../../kernel/time-zones.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { profile, fields } = useText();
  const text = useKernelText();
  const me = useData<Profile>('/api/me');
  const format = useFormat();
  const { id: _id, email, version: _version, ...initial } = me;
  const form = useForm({
    initial,
    send: (values) => api.patch<Profile>('/api/me', values, me.version),
    refresh: ['/api/me'],
    done: async (saved) => {
      updatePerson(saved);
      applyTheme(saved.theme);
      if (saved.locale !== locale.get()) await switchLocale(saved.locale);
      toast({ words: profile.saved });
    },
  });
  const now = new Date().toISOString();
  const sample = (dateStyle: 'auto' | 'iso') => formats({ ...format, dateStyle }).date(now);

  return (
    <>
      <PageHeader title={profile.title} lead={profile.lead} />
      <div className="max-w-2xl">
        <Form form={form}>
          <Card title={profile.aboutYou}>
            <div className="flex flex-col gap-4">
              <TextField {...form.field('name')} label={fields.name} autoComplete="name" />
              <TextField
                name="email"
                value={email}
                onValue={() => undefined}
                label={fields.email}
                hint={profile.emailHint}
                readOnly
                autoComplete="email"
              />
            </div>
          </Card>
          <Card title={profile.preferences}>
            <div className="flex flex-col gap-4">
              <Select
                {...form.field('locale')}
                label={profile.language}
                choices={(['id', 'en'] as const).map((value) => ({ value, label: text.languages[value] }))}
              />
              <Select
                {...form.field('timeZone')}
                label={profile.timeZone}
                choices={timeZoneChoices(form.values.timeZone)}
                hint={profile.timeZoneHint(formats({ ...format, timeZone: form.values.timeZone }).time(now))}
              />
              <RadioCards
                {...form.field('dateStyle')}
                label={profile.dateStyle}
                columns={2}
                choices={[
                  { value: 'auto', label: profile.dateAuto(sample('auto')) },
                  { value: 'iso', label: profile.dateIso(sample('iso')) },
                ]}
              />
              <RadioCards
                {...form.field('tone')}
                label={profile.tone}
                columns={2}
                choices={[
                  { value: 'short', label: profile.toneShort, hint: profile.toneShortHint },
                  { value: 'personal', label: profile.tonePersonal, hint: profile.tonePersonalHint },
                ]}
              />
              <RadioCards
                {...form.field('theme')}
                label={profile.theme}
                columns={3}
                choices={(['system', 'light', 'dark'] as const).map((value) => ({
                  value,
                  label: text.theme[value],
                }))}
              />
            </div>
          </Card>
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {text.save}
            </Button>
          </FormActs>
        </Form>
      </div>
    </>
  );
}
