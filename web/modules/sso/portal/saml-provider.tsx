import { useState } from 'react';
import type { Described } from '../../../../server/modules/sso/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { plain } from './connection-values.ts';
import type { ConnectionFormState } from './connection-values.ts';

/** A provider by SAML: its metadata pasted, or its parts by hand. */
export function SamlProvider({ form }: { form: ConnectionFormState }) {
  const words = useText();
  return (
    <>
      <Metadata
        onRead={({ issuer, signInUrl, certificates }) =>
          form.set({
            issuer,
            signInUrl,
            'certificates.0': certificates[0] ?? '',
            'certificates.1': certificates[1] ?? '',
          })
        }
      />
      <TextField {...form.field('issuer')} {...plain} label={words.entityId} hint={words.entityIdHint} />
      <TextField {...form.field('signInUrl')} {...plain} type="url" label={words.signInUrl} />
      <TextArea {...form.field('certificates.0')} label={words.certificate} hint={words.certificateHint} />
      <TextArea
        {...form.field('certificates.1')}
        optional
        label={words.nextCertificate}
        hint={words.nextCertificateHint}
      />
      <TextField
        {...form.field('mailAttribute')}
        {...plain}
        optional
        label={words.mailAttribute}
        hint={words.mailAttributeHint}
      />
      <TextField {...form.field('nameAttribute')} {...plain} optional label={words.nameAttribute} />
    </>
  );
}

function Metadata({ onRead }: { onRead: (described: Described) => void }) {
  const words = useText();
  const { api: base } = useOrganization();
  const [xml, setXml] = useState('');
  const act = useAct(
    (pasted: string, key) => api.post<Described>(`${base}/sso/metadata`, { xml: pasted }, key),
    {
      done: (described) => {
        onRead(described);
        setXml('');
        toast({ words: words.metadataRead });
      },
    },
  );
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <TextArea
          name="metadata"
          value={xml}
          onValue={setXml}
          optional
          label={words.metadata}
          hint={words.metadataHint}
        />
      </div>
      {xml.trim() !== '' && (
        <Button type="button" weight="secondary" busy={act.busy} onClick={() => void act.run(xml)}>
          {words.readMetadata}
        </Button>
      )}
    </div>
  );
}
