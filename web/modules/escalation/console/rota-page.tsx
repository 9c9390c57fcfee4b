import { useState } from 'react';
import type { z } from 'zod';
import type { Rota, rotaList } from '../../../../server/modules/escalation/rota-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { PeopleInTurns } from './people-in-turns.tsx';

const url = '/api/console/on-call-rotas';
const to = consolePaths;

/** A rota as it stands, or a new one: who takes turns, how long, and when one hands over. */
export function Page({ rotaId }: { rotaId: string }) {
  const { rotas: words, list, saved } = useText();
  const text = useKernelText();
  const me = usePerson();
  const rota = useData<z.output<typeof rotaList>>(url).items.find(({ id }) => id === rotaId);
  const form = useForm({
    initial: {
      name: rota?.name ?? '',
      zone: rota?.zone ?? me.timeZone,
      turn: rota?.turn ?? ('week' as const),
      handover: rota?.handover ?? '09:00',
      beginsOn: rota?.beginsOn ?? '',
      people: rota?.people.map(({ id }) => id) ?? [],
    },
    check: ({ handover, people }) => ({
      ...(!/^([01]\d|2[0-3]):[0-5]\d$/.test(handover) && { handover: words.handoverWrong }),
      ...(people.length === 0 && { people: words.peopleEmpty }),
    }),
    send: (values, key) =>
      rota ? api.put(`${url}/${rota.id}`, values, rota.version) : api.post(url, values, key),
    refresh: [url],
    done: (_, { name }) => {
      toast({ words: saved(name) });
      goTo(to.rotas());
    },
  });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={rota?.name ?? words.add}
        crumbs={[
          { label: list.title, to: to.escalations() },
          { label: words.title, to: to.rotas() },
        ]}
      />
      <Card>
        <Form form={form} label={words.editTitle}>
          <TextField {...form.field('name')} label={words.name} maxLength={80} autoComplete="off" />
          <PeopleInTurns {...form.field('people')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              {...form.field('turn')}
              label={words.turn}
              choices={(['day', 'week'] as const).map((value) => ({ value, label: words.turns[value] }))}
            />
            <TextField {...form.field('beginsOn')} type="date" label={words.begins} hint={words.beginsHint} />
            <TextField
              {...form.field('handover')}
              label={words.handover}
              hint={words.handoverHint}
              maxLength={5}
              autoComplete="off"
            />
            <TextField
              {...form.field('zone')}
              label={words.zone}
              hint={words.zoneHint}
              maxLength={64}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {text.save}
            </Button>
            {rota && <Remove rota={rota} />}
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}

function Remove({ rota }: { rota: Rota }) {
  const { rotas: words, removed } = useText();
  const [asking, setAsking] = useState(false);
  const remove = useAct((id: string) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: () => {
      toast({ words: removed(rota.name) });
      goTo(to.rotas());
    },
  });
  return (
    <>
      <Button weight="quiet" icon="trash" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(rota.id)}
      />
    </>
  );
}
