import type { ComponentType } from 'react';

/** A component whose file may not be here yet. */
export type Loadable<Props extends object = object> = ComponentType<Props> & { load: () => Promise<void> };

/**
 * A component whose file is loaded when it is first shown (the nearest Suspense waits), or before by `load`. When the file does not
 * come it shows nothing, until it is asked for anew.
 */
export function whenLoaded<Props extends object>(file: () => Promise<ComponentType<Props>>): Loadable<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  let failed = false;
  function load(): Promise<void> {
    if (!loading) failed = false;
    return (loading ??= file().then(
      (component) => void (Loaded = component),
      (error: unknown) => {
        loading = undefined;
        failed = true;
        throw error;
      },
    ));
  }
  function Part(props: Props) {
    if (failed) return null;
    // oxlint-disable-next-line typescript/only-throw-error -- a promise is how a part says that it is not here yet
    if (!Loaded) throw load();
    return <Loaded {...props} />;
  }
  return Object.assign(Part, { load });
}
