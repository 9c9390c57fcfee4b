import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { Service } from './asked.ts';

interface Props {
  url: string;
  refresh: readonly string[];
  onDone: () => void;
  chosen: string | null;
  services: readonly Service[];
}

function useNames(services: readonly Service[]) {
  const format = useFormat();
  const nameOf = (service: Service | undefined) =>
    service ? service.label || format.words(service.names) : '';
  return {
    nameOf: (id: string) => nameOf(services.find((one) => one.id === id)),
    choices: services.map((service) => ({ value: service.id, label: nameOf(service) })),
  };
}

export function HoldForm({ url, refresh, onDone, chosen, services }: Props) {
  const { hold: words } = useText();
  const { nameOf, choices } = useNames(services);
  const undo = useAct((body: object, key) => api.post(`${url}/resume`, body, key), { refresh });
  const form = useForm({
    initial: {
      serviceId: chosen ?? services[0]?.id ?? '',
      reason: 'manual' as keyof typeof words.reasons,
      note: '',
    },
    send: ({ note, ...values }, key) =>
      api.post(`${url}/suspend`, { ...values, ...(note.trim() && { note }) }, key),
    refresh,
    done: (_, { serviceId, reason }) => {
      toast({
        words: words.done(nameOf(serviceId)),
        undo: () => void undo.run({ serviceId, reason }),
      });
      onDone();
    },
  });
  const reasons = Object.keys(words.reasons) as (keyof typeof words.reasons)[];
  return (
    <Form form={form}>
      <Select {...form.field('serviceId')} label={words.which} choices={choices} />
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={reasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      <TextArea {...form.field('note')} optional label={words.note} rows={2} maxLength={2000} />
      <p className="text-13 text-muted">{words.effect}</p>
      <Button type="submit" weight="destructive" wide busy={form.busy}>
        {words.verb}
      </Button>
    </Form>
  );
}

export function ResumeForm({ url, refresh, onDone, chosen, services }: Props) {
  const { resume: words, hold } = useText();
  const { nameOf, choices } = useNames(services);
  const first = services.find(({ id }) => id === chosen) ?? services[0];
  const form = useForm({
    initial: { serviceId: first?.id ?? '', reason: first?.suspendedFor[0] ?? '' },
    send: (values, key) => api.post(`${url}/resume`, values, key),
    refresh,
    done: (_, { serviceId }) => {
      toast({ words: words.done(nameOf(serviceId)) });
      onDone();
    },
  });
  const held = services.find(({ id }) => id === form.values.serviceId)?.suspendedFor ?? [];
  return (
    <Form form={form}>
      <Select
        {...form.field('serviceId')}
        label={hold.which}
        choices={choices}
        onValue={(serviceId) =>
          form.set({ serviceId, reason: services.find(({ id }) => id === serviceId)?.suspendedFor[0] ?? '' })
        }
      />
      <Select
        {...form.field('reason')}
        label={words.why}
        choices={held.map((value) => ({ value, label: words.reasons[value as 'manual'] }))}
      />
      <p className="text-13 text-muted">{words.effect}</p>
      <Button type="submit" icon="play" wide busy={form.busy}>
        {words.verb}
      </Button>
    </Form>
  );
}
