import { PageHeader } from '../../../ui/page-header.tsx';
import { SecondSteps } from '../factors/second-steps.tsx';
import { useText } from '../text/index.ts';
import { ChangeEmail } from './change-email.tsx';
import { ChangePassword } from './change-password.tsx';
import { Devices } from './devices.tsx';
import { OwnRecovery } from './own-recovery.tsx';
import { RememberedDevices } from './remembered-devices.tsx';
import { SignIns } from './sign-ins.tsx';

export function Page() {
  const { security } = useText();
  return (
    <>
      <PageHeader title={security.title} lead={security.lead} />
      <div className="flex max-w-2xl flex-col gap-4">
        <OwnRecovery />
        <SecondSteps />
        <ChangePassword />
        <ChangeEmail />
        <Devices />
        <RememberedDevices />
        <SignIns />
      </div>
    </>
  );
}
