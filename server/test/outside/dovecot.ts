import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { selfSigned } from '../kit/certificate.ts';

// Debian's dovecot with a configuration of our own, on a free port of this machine. Root runs it with the mails of `nobody`.

const nobody = 65_534;

export interface Dovecot {
  port: number;
  username: string;
  password: string;
  put(raws: readonly string[], at?: Date): Promise<void>;
  remake(): Promise<void>;
  close(): Promise<void>;
}

export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'clientarea-dovecot-'));
  const me = userInfo();
  const root = me.uid === 0;
  const owner = root ? { uid: nobody, gid: nobody } : me;
  const home = join(folder, 'home');
  const inbox = join(home, 'Maildir');
  for (const path of ['home', 'home/Maildir', 'home/Maildir/cur', 'home/Maildir/new', 'home/Maildir/tmp']) {
    await mkdir(join(folder, path));
    if (root) await chown(join(folder, path), owner.uid, owner.gid);
  }
  const certificate = selfSigned('DNS:imap.clientarea.example');
  const port = await freePort();
  await writeFile(join(folder, 'users'), `support:{PLAIN}rahasia\n`);
  await writeFile(
    join(folder, 'dovecot.conf'),
    configuration(folder, port, owner, root ? null : me.username, certificate),
  );
  // What goes through its own folder needs a way in for those it runs as.
  await chmod(folder, 0o755);
  const daemon = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let running = true;
  for (const stream of [daemon.stdout, daemon.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => {
    daemon.once('error', (error) => ((said += error.message), (running = false), resolve()));
    daemon.once('exit', () => ((running = false), resolve()));
  });
  while (!(await listens(port))) {
    if (!running) {
      const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
      throw new Error(`dovecot did not start:\n${said}${log}`);
    }
    await wait(50);
  }
  let count = 0;
  return {
    port,
    username: 'support',
    password: 'rahasia',
    /** Straight into the Maildir, as a mail server delivers. */
    async put(raws, at = new Date('2026-03-02T02:00:00Z')) {
      for (const raw of raws) {
        const file = join(inbox, 'cur', `${1_700_000_000 + ++count}.M${count}.clientarea:2,`);
        await writeFile(file, raw);
        if (root) await chown(file, owner.uid, owner.gid);
        await utimes(file, at, at);
      }
    },
    /** Dovecot gives another validity to a folder whose list of numbers is gone. */
    async remake() {
      await wait(1100); // validity is the second in which a folder was made
      for (const file of await readdir(inbox))
        if (file.startsWith('dovecot')) await rm(join(inbox, file), { force: true });
    },
    async close() {
      daemon.kill();
      await ended;
      certificate.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(
  folder: string,
  port: number,
  { uid, gid }: { uid: number; gid: number },
  user: string | null,
  certificate: { certFile: string; keyFile: string },
): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${certificate.certFile}
ssl_key = <${certificate.keyFile}
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
first_valid_uid = 1
mail_max_userip_connections = 50
auth_failure_delay = 0
mailbox_idle_check_interval = 1s
${user ? `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${user}` : ''}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  ${user ? 'chroot =' : ''}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${user ? 'chroot =' : ''}
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
