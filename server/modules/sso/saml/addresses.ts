import { metadataPath, returnPath } from '../connections.ts';

/** What we are to the provider of a connection: an entity of its own, so that what is meant for one is of no use at another. */
export const ourEntity = (connection: string, publicUrl: URL): string =>
  new URL(metadataPath(connection), publicUrl).href;

/** Where the provider makes the browser post its answer. */
export const ourReturn = (connection: string, publicUrl: URL): string =>
  new URL(returnPath(connection), publicUrl).href;
