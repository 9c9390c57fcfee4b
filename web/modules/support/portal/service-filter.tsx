import { useSearch } from '../../../kernel/pages/search.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Select } from '../../../ui/inputs.tsx';
import { useListText } from '../text/list.ts';
import { useServiceChoices } from './choices.ts';

/** Tickets about one service; only for who may see services, and once there is one. */
export function ServiceFilter() {
  const words = useListText();
  const search = useSearch();
  const choices = useServiceChoices(useCan('services.service.read'));
  if (choices.length === 0) return null;
  return (
    <Select
      bare
      label={words.service}
      name="service"
      className="sm:w-48"
      value={search.get('service') ?? ''}
      onValue={(service) => search.set({ service: service || null })}
      choices={[{ value: '', label: words.allServices }, ...choices]}
    />
  );
}
