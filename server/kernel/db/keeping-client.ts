import pg from 'pg';

/** From this use of a statement on a connection keeps its plan; and how many statements are kept at most, for the memory they take. */
const worthIt = 3;
const mostKept = 300;
/** So many names out of use a connection gathers before it says so. */
const slack = 50;

/** Names of the statements in use, shared by the connections of a pool. The one that was not used for longest makes room for the next. */
export class StatementNames {
  readonly most: number;
  readonly #uses = new Map<string, number>();
  /** By statement, the one used last behind. */
  readonly #names = new Map<string, string>();
  #given = 0;

  constructor(most = mostKept) {
    this.most = most;
  }

  /** The name under which connections keep a statement; undefined while it is not worth it. No name is given twice. */
  nameOf(statement: string): string | undefined {
    const known = this.#names.get(statement);
    if (known !== undefined) {
      this.#names.delete(statement);
      this.#names.set(statement, known);
      return known;
    }
    const uses = (this.#uses.get(statement) ?? 0) + 1;
    if (uses < worthIt) {
      if (this.#uses.size === 10 * this.most) this.#uses.clear();
      this.#uses.set(statement, uses);
      return undefined;
    }
    this.#uses.delete(statement);
    if (this.#names.size === this.most) this.#names.delete(this.#names.keys().next().value!);
    const name = `kept_${this.#given++}`;
    this.#names.set(statement, name);
    return name;
  }

  /** Those of `names` that stand for a statement no more. */
  outOfUse(names: Iterable<string>): string[] {
    const inUse = new Set(this.#names.values());
    return [...names].filter((name) => !inUse.has(name));
  }
}

/**
 * A connection that keeps the plans of the statements it runs often: under row-level security planning costs more than running. The
 * page of an invoice takes PostgreSQL 4.9 ms when it is planned and 0.5 ms when it is not. Behind a pooler, where the next statement
 * may go to another server process, nothing is kept.
 */
export class KeepingClient extends pg.Client {
  /** A plan is bound to the role it was made for, so the same statement has a name for each. */
  speaksFor = '';
  #names: StatementNames | null = null;
  /** Names this connection has asked with. */
  readonly #used = new Set<string>();

  /** A pooler gives out process numbers of its own. Resolves to that of the server's process. */
  async keepUnlessPooled(names: StatementNames): Promise<number> {
    const { processID } = this as unknown as { processID: number };
    const { rows } = await super.query<{ pid: number }>('select pg_backend_pid() as pid');
    const { pid } = rows[0]!;
    if (pid === processID) this.#names = names;
    return pid;
  }

  /** What to say before the next transaction, so that the database forgets the plans of statements that made room for others. */
  forgetting(): string {
    if (!this.#names || this.#used.size < this.#names.most + slack) return '';
    const { parsedStatements } = (
      this as unknown as { connection: { parsedStatements: Record<string, string> } }
    ).connection;
    let said = '';
    for (const name of this.#names.outOfUse(this.#used)) {
      this.#used.delete(name);
      // What could not be prepared is not known to the database.
      if (parsedStatements[name] === undefined) continue;
      delete parsedStatements[name];
      said += `deallocate ${name}; `;
    }
    return said;
  }

  // What takes parameters is told apart by them; `pg.Pool` passes a callback behind.
  override query(first: any, values?: any, ...rest: any[]): any {
    if (this.#names && typeof first === 'string' && Array.isArray(values)) {
      const name = this.#names.nameOf(`${this.speaksFor}:${first}`);
      if (name !== undefined) {
        this.#used.add(name);
        return super.query({ name, text: first, values }, ...(rest as []));
      }
    }
    return super.query(first, values, ...(rest as []));
  }
}
