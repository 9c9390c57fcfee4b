export interface StreamEvent {
  id: string | null;
  event: string;
  data: string;
}

/** Splits a text/event-stream into events as its pieces arrive (WHATWG HTML §9.2.6; `retry` is not used here). */
export function createEventParser(onEvent: (event: StreamEvent) => void) {
  let rest = '';
  let id: string | null = null;
  let event = 'message';
  let data: string[] = [];

  function line(text: string) {
    if (text === '') {
      if (data.length) onEvent({ id, event, data: data.join('\n') });
      event = 'message';
      data = [];
      return;
    }
    const [, field, value = ''] = text.match(/^([^:]*)(?:: ?(.*))?$/) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id') id = value;
  }

  return (piece: string) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    lines.forEach(line);
  };
}
