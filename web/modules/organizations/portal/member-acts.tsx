import { useState } from 'react';
import type { Member } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';
import { OfferOwnership } from './ownership.tsx';
import { StandingFields, standingBody, standingOf } from './standing-fields.tsx';

const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

/** What can be done with one member; what cannot says why. */
export function MemberActs({ member }: { member: Member }) {
  const { members: words, narrowing, ownership } = useText();
  const { api: base, name: organization } = useOrganization();
  const self = usePerson().id === member.id;
  const [open, setOpen] = useState<'role' | 'remove' | 'ownership' | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(() => api.delete(`${base}/members/${member.id}`), {
    refresh: self ? [] : [`${base}/members`],
    done: () => {
      if (self) return location.assign(paths.root());
      close();
      toast({ words: words.removed(member.name) });
    },
  });
  const { changeRole, remove: mayRemove, offerOwnership } = member.can;
  return (
    <>
      <MoreMenu
        label={words.menu(member.name)}
        groups={[
          [
            { label: words.changeRole, icon: 'key', run: () => setOpen('role'), reason: reason(changeRole) },
            ...(offerOwnership === true
              ? [{ label: ownership.offer, icon: 'swap' as const, run: () => setOpen('ownership') }]
              : []),
          ],
          [
            {
              label: self ? words.leave : words.remove,
              icon: 'leave',
              destructive: true,
              run: () => setOpen('remove'),
              reason: reason(mayRemove),
            },
          ],
        ]}
      />
      <Dialog open={open === 'role'} onClose={close} title={narrowing.of(member.name)}>
        <StandingForm member={member} onDone={close} />
      </Dialog>
      <Dialog open={open === 'ownership'} onClose={close} title={ownership.offerTo(member.name)}>
        <OfferOwnership member={member} onDone={close} />
      </Dialog>
      <ConfirmDialog
        open={open === 'remove'}
        onClose={close}
        title={self ? words.leaveTitle(organization) : words.removeTitle(member.name)}
        effect={self ? words.leaveEffect : words.removeEffect(member.name, organization)}
        verb={self ? words.leave : words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}

function StandingForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const { narrowing } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: standingOf(member),
    send: (values) => api.patch<void>(`${base}/members/${member.id}`, standingBody(values), member.version),
    refresh: [`${base}/members`],
    done: () => {
      onDone();
      toast({ words: narrowing.saved(member.name) });
    },
  });
  return (
    <Form form={form}>
      <StandingFields form={form} />
      <Button type="submit" wide busy={form.busy}>
        {narrowing.save}
      </Button>
    </Form>
  );
}
