import { spawnSync } from 'node:child_process';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { StartupError } from '../startup-error.ts';
import type { Folder } from './folder.ts';

/** Another living process has this data folder open. */
export class DataFolderInUse extends StartupError {}

export interface FolderLock {
  release(): void;
}

// Flags that node hands to the system unchanged but does not name.
const BSD_O_EXLOCK = 0x20;
const BSD_O_NONBLOCK = 0x4;
const WINDOWS_EXLOCK = 0x10000000;

/**
 * Locks the folder for this process. The kernel holds the lock on an open file and ends it with the process,
 * however that dies: there is no stale lock to judge, and no process id to trust across containers. Throws
 * DataFolderInUse when somebody else (or this process itself) holds it.
 */
export function lockFolder(folder: Folder): FolderLock {
  const fd = process.platform === 'linux' ? lockWithFlock(folder) : lockOnOpening(folder);
  if (process.platform !== 'win32') {
    ftruncateSync(fd);
    writeSync(fd, `${process.pid}\n`);
  }
  let held = true;
  return {
    release() {
      if (held) closeSync(fd);
      held = false;
    },
  };
}

/**
 * Node has no flock(2), but the lock belongs to the open file, which a child can lock for us and leave
 * behind.
 */
function lockWithFlock(folder: Folder): number {
  const fd = openSync(folder.lock, 'a+', 0o600);
  const run = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', fd], encoding: 'utf8' });
  if (run.status === 0) return fd;
  closeSync(fd);
  if (run.status === 1) throw inUse(folder);
  throw new StartupError(
    'CLIENTAREA_DATA',
    `the folder ${folder.path} cannot be locked: ${run.error ? 'the program flock (util-linux) is missing' : run.stderr}`,
  );
}

function lockOnOpening(folder: Folder): number {
  const lock = process.platform === 'win32' ? WINDOWS_EXLOCK : BSD_O_EXLOCK | BSD_O_NONBLOCK;
  try {
    return openSync(folder.lock, constants.O_RDWR | constants.O_CREAT | lock, 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EAGAIN' || code === 'EBUSY' ? inUse(folder) : error;
  }
}

function inUse(folder: Folder): DataFolderInUse {
  const holder = process.platform === 'win32' ? '' : readFileSync(folder.lock, 'utf8').trim();
  return new DataFolderInUse(
    'CLIENTAREA_DATA',
    `the data folder ${folder.path} is in use by another process${holder && ` (pid ${holder})`}`,
  );
}
