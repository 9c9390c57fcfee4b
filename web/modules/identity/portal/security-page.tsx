import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { ChangePassword } from './change-password.tsx';
import { Devices } from './devices.tsx';

export function Page() {
  const { security } = useText();
  return (
    <>
      <PageHeader title={security.title} lead={security.lead} />
      <div className="flex max-w-2xl flex-col gap-4">
        <ChangePassword />
        <Devices />
      </div>
    </>
  );
}
