declare module '../../kernel/ports.ts' {
  interface Ports {
    readonly names: NamesPort;
  }
}

/** The name service of the Internet. */
export interface NamesPort {
  /** The TXT records of a name, each put together; empty when it has none. Throws when nobody could tell. */
  texts(name: string): Promise<string[]>;
}
