import type { EvidencePack } from '../../../../server/modules/evidence/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/desk-pack.ts';
import { PackForm } from './pack-form.tsx';
import { SendToBank } from './send-to-bank.tsx';

/** On the page of a dispute: what is said to the bank. */
export function Part({ disputeId }: { disputeId: string }) {
  const words = useText();
  const dispute = `/api/console/disputes/${disputeId}`;
  const url = `${dispute}/evidence`;
  const { data } = useSideData<EvidencePack>(url, ['evidence.', 'payments.dispute']);
  const collect = useAct((body: object, key) => api.post<EvidencePack>(`${url}/collect`, body, key), {
    refresh: [url],
    done: () => toast({ words: words.collected }),
  });
  if (!data) return null;
  const { pack, can } = data;
  const reason = can.collect === true ? null : reasonWords(can.collect.no);
  return (
    <Card
      title={words.title}
      aside={
        pack && (
          <StatusChip tone={pack.state === 'sent' ? 'good' : pack.state === 'sending' ? 'attention' : 'info'}>
            {words.states[pack.state]}
          </StatusChip>
        )
      }
    >
      {pack === null ? (
        <>
          <p className="mb-3 text-body text-muted">{words.lead}</p>
          <Button icon="box" busy={collect.busy} reason={reason} onClick={() => void collect.run({})}>
            {words.collect}
          </Button>
        </>
      ) : (
        <>
          {pack.state === 'draft' ? (
            <PackForm key={pack.version} url={url} pack={pack} can={can} refresh={[url, dispute]}>
              <Button
                weight="quiet"
                icon="refresh"
                busy={collect.busy}
                reason={reason}
                onClick={() => void collect.run({})}
              >
                {words.again}
              </Button>
            </PackForm>
          ) : (
            <Frozen url={url} pack={pack} can={can} refresh={[url, dispute]} />
          )}
          <p className="mt-4 flex flex-wrap gap-x-4 gap-y-2 text-body">
            <a href={`${url}/document`} download>
              {words.see}
            </a>
            <a href={`${url}/archive`} download>
              {words.archive}
            </a>
          </p>
        </>
      )}
    </Card>
  );
}

interface Props {
  url: string;
  pack: NonNullable<EvidencePack['pack']>;
  can: EvidencePack['can'];
  refresh: string[];
}

/** What was sent, as it was. */
function Frozen({ url, pack, can, refresh }: Props) {
  const words = useText();
  return (
    <>
      <p className="mb-3 text-body whitespace-pre-line">{pack.statement}</p>
      <DefinitionList
        facts={[
          pack.sentAt !== null && {
            term: words.sentAt,
            value: <Time value={pack.sentAt} style="dateTime" />,
          },
          pack.sentBy !== null && { term: words.sentBy, value: pack.sentBy.name },
          { term: words.parts, value: pack.parts.map((part) => words.partNames[part]).join(' · ') },
          { term: words.hash, value: <code className="text-13 break-all">{pack.documentHash}</code> },
          { term: words.archiveHash, value: <code className="text-13 break-all">{pack.archiveHash}</code> },
        ]}
      />
      {pack.state === 'sending' && (
        <div className="mt-4">
          <p className="mb-2 text-13 text-muted">{words.sendingHint}</p>
          <SendToBank url={url} can={can} refresh={refresh} verb={words.sendAgain} />
        </div>
      )}
    </>
  );
}
