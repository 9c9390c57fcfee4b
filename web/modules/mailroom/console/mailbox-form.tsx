import type { z } from 'zod';
import type { Mailbox } from '../../../../server/modules/mailroom/contract.ts';
import type { queueList } from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PasswordField, Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/mailboxes';
const securities = ['tls', 'starttls', 'none'] as const;
const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

function initialOf(mailbox: Mailbox | null) {
  const server = mailbox?.server;
  return {
    name: mailbox?.name ?? '',
    address: mailbox?.address ?? '',
    kind: mailbox?.kind ?? ('imap' as Mailbox['kind']),
    host: server?.host ?? '',
    port: String(server?.port ?? 993),
    security: server?.security ?? ('tls' as (typeof securities)[number]),
    username: server?.username ?? '',
    folder: server?.folder ?? 'INBOX',
    secret: '',
    believed: mailbox?.believed ?? '',
    queue: mailbox?.queue ?? '',
    takesOld: false,
    takesReplies: mailbox?.takesReplies ?? true,
    active: mailbox?.active ?? true,
  };
}

/** A new mailbox, or how one is read. Its password is only ever sent, never shown. */
export function MailboxForm({ mailbox, done }: { mailbox: Mailbox | null; done: () => void }) {
  const { mailboxes: words } = useText();
  const format = useFormat();
  const queues = useSideData<z.output<typeof queueList>>(
    '/api/console/ticket-queues',
    'support.queue-defined',
  );
  const form = useForm({
    initial: initialOf(mailbox),
    send: ({ host, port, security, username, folder, secret, queue, ...rest }, key) => {
      const server = rest.kind === 'imap' ? { host, port: Number(port), security, username, folder } : null;
      const body = { ...rest, server, secret: secret || null, queue: queue || null };
      return mailbox ? api.put(`${url}/${mailbox.id}`, body, mailbox.version) : api.post(url, body, key);
    },
    refresh: [url],
    done: (_, { name }) => {
      toast({ words: words.saved(name) });
      done();
    },
  });
  const imap = form.values.kind === 'imap';
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={words.name} maxLength={100} autoComplete="off" />
      <TextField
        {...form.field('address')}
        {...plain}
        type="email"
        label={words.address}
        hint={words.addressHint}
      />
      {!mailbox && (
        <RadioCards
          {...form.field('kind')}
          label={words.kind}
          choices={[
            { value: 'imap', label: words.kinds.imap, hint: words.imapHint },
            { value: 'webhook', label: words.kinds.webhook, hint: words.webhookHint },
          ]}
        />
      )}
      {imap && (
        <>
          <TextField {...form.field('host')} {...plain} label={words.host} />
          <TextField {...form.field('port')} {...plain} label={words.port} inputMode="numeric" />
          <Select
            {...form.field('security')}
            label={words.security}
            choices={securities.map((value) => ({ value, label: words.securities[value] }))}
          />
          <TextField {...form.field('username')} {...plain} label={words.username} />
          <TextField {...form.field('folder')} {...plain} label={words.folder} />
        </>
      )}
      <Secret bound={form.field('secret')} imap={imap} kept={mailbox !== null} />
      <TextField
        {...form.field('believed')}
        {...plain}
        optional
        label={words.believed}
        hint={words.believedHint}
      />
      <Select
        {...form.field('queue')}
        label={words.queue}
        choices={[
          { value: '', label: words.anyQueue },
          ...(queues.data?.items ?? []).map(({ name, titles }) => ({
            value: name,
            label: format.words(titles),
          })),
        ]}
      />
      <Checkbox {...form.field('takesReplies')} label={words.takesReplies} hint={words.takesRepliesHint} />
      {!mailbox && imap && <Checkbox {...form.field('takesOld')} label={words.takesOld} />}
      <Checkbox {...form.field('active')} label={words.active} />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.save}
        </Button>
      </FormActs>
    </Form>
  );
}

function Secret({
  bound,
  imap,
  kept,
}: {
  bound: { name: string; value: string; onValue: (value: string) => void; error: string | undefined };
  imap: boolean;
  kept: boolean;
}) {
  const { mailboxes: words } = useText();
  const hints = [!imap && words.keyHint, kept && words.passwordKept].filter(Boolean).join(' ');
  const more = hints ? { hint: hints } : {};
  return (
    <PasswordField
      {...bound}
      {...more}
      label={imap ? words.password : words.key}
      autoComplete="new-password"
      required={!kept}
    />
  );
}
