import { type ReactNode, useEffect, useRef } from 'react';
import type { Form as FormState } from '../kernel/forms/use-form.ts';
import type { Path } from '../kernel/paths.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { Icon } from './icon.tsx';

/** The form element of a `useForm`: sends on Enter, and moves to the first field that needs another look. */
export function Form<V extends object>({
  form,
  children,
  label,
  post,
}: {
  form: FormState<V>;
  children: ReactNode;
  label?: string;
  /** Where the browser itself sends the fields when there is no script. */
  post?: Path;
}) {
  const element = useRef<HTMLFormElement>(null);
  const { refusals } = form;
  useEffect(() => {
    if (refusals === 0) return;
    const target = element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-problem]');
    target?.focus();
  }, [refusals]);
  return (
    <form
      ref={element}
      noValidate
      aria-label={label}
      method={post && 'post'}
      action={post}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <FormErrors form={form} />
      {children}
    </form>
  );
}

/** What is wrong with the whole; fields say their own part. */
function FormErrors<V extends object>({ form }: { form: FormState<V> }) {
  const text = useKernelText();
  const count = Object.keys(form.errors).length;
  if (!form.problem && count < 2) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-form-problem
      className="flex items-start gap-2 rounded border border-danger-line bg-danger-soft p-3 text-body text-danger"
    >
      <Icon name="danger" />
      <p>{form.problem ?? text.formProblem(count)}</p>
    </div>
  );
}

/** The acts at the end of a form. */
export function FormActs({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-2 pt-1 sm:flex-row sm:items-start">{children}</div>;
}
