/** A backup that cannot be taken or is not whole. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/**
 * The last member of a backup. The archive holds `data/` (PGDATA), `superuser-password`, perhaps `files/`,
 * then this.
 */
export interface BackupManifest {
  format: 1;
  /** '18.4' */
  postgres: string;
  /** 'linux-x64': the files of PGDATA fit no other. */
  platform: string;
  /** ISO 8601 */
  takenAt: string;
  /** What was committed before this position of the write-ahead log is in the backup. */
  stopLsn: string;
  members: number;
  bytes: number;
  /** Of all members before this one, names and contents in their order. */
  sha256: string;
}

export const MANIFEST = 'manifest.json';
export const PASSWORD = 'superuser-password';

/** The platform in whose memory layout PostgreSQL writes here. */
export const platform = `${process.platform}-${process.arch}`;
