// Stands in for the `use-sync-external-store` shim of libraries: compat has the hook itself.
export { useSyncExternalStore } from 'react';
