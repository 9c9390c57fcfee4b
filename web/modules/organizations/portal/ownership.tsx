import type { Member, OwnershipOffer } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const afterwards = ['owner', 'finance', 'technical', 'member', 'viewer'] as const;

export function OfferOwnership({ member, onDone }: { member: Member; onDone: () => void }) {
  const { ownership: words, roles } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { thenRole: 'owner' as (typeof afterwards)[number] },
    send: ({ thenRole }, key) => api.post(`${base}/ownership`, { person: member.id, thenRole }, key),
    refresh: [`${base}/ownership`],
    done: () => {
      onDone();
      toast({ words: words.sent(member.name) });
    },
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.effect(member.name)}</p>
      <Select
        {...form.field('thenRole')}
        label={words.afterwards}
        choices={afterwards.map((value) => ({ value, label: roles[value] }))}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.send}
      </Button>
    </Form>
  );
}

/** The offer of the ownership that is open, with what this person may do about it. */
export function OwnershipOffered() {
  const { ownership: words } = useText();
  const { api: base } = useOrganization();
  const { data } = useSideData<{ offer: OwnershipOffer | null }>(
    `${base}/ownership`,
    'organizations.ownership',
  );
  const offer = data?.offer;
  const answer = useAct(
    (how: 'accept' | 'decline' | 'withdraw', key) =>
      api.post(`${base}/ownership/${offer?.id}/${how}`, undefined, key),
    {
      refresh: [`${base}/ownership`, `${base}/members`],
      done: (_, how) => {
        // What one may do is in the session, which comes with a new document.
        if (how === 'accept') return location.reload();
        toast({ words: how === 'decline' ? words.declined : words.withdrawn });
      },
    },
  );
  if (!offer) return null;
  if (!offer.toYou) {
    return (
      <Banner
        tone="info"
        title={words.open(offer.to)}
        act={
          offer.fromYou && (
            <Button weight="secondary" busy={answer.busy} onClick={() => void answer.run('withdraw')}>
              {words.withdraw}
            </Button>
          )
        }
      />
    );
  }
  return (
    <Banner
      tone="info"
      title={words.toYou(offer.from)}
      act={
        <>
          <Button busy={answer.busy} onClick={() => void answer.run('accept')}>
            {words.accept}
          </Button>
          <Button weight="secondary" busy={answer.busy} onClick={() => void answer.run('decline')}>
            {words.decline}
          </Button>
        </>
      }
    >
      {words.toYouHint}
    </Banner>
  );
}
