import type { Message } from '../../../../../server/modules/support/contract.ts';
import { buttonClass } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useUploadText } from '../../text/uploads.ts';

/** A picture of a message in full, and the way to keep it. */
export function PictureDialog({
  file,
  url,
  onClose,
}: {
  file: Message['files'][number];
  url: string;
  onClose: () => void;
}) {
  const words = useUploadText();
  return (
    <Dialog open onClose={onClose} title={file.name} wide>
      <img src={url} alt={file.name} className="mx-auto max-h-[70dvh] rounded object-contain" />
      <a href={url} download={file.name} className={buttonClass('secondary')}>
        <Icon name="download" size={18} />
        {words.save}
      </a>
    </Dialog>
  );
}
