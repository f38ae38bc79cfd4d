/** The page's calls to the tenant. Each rejects with a sentence a person can read. */
const call = async (path, options) => {
  const answer = await fetch(`api/${path}`, options).catch(() => {
    throw new Error('The rehearsal is not answering. Is it still running?');
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? 'The rehearsal could not do that.');
  return body;
};

const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const api = {
  people: () => call('people'),
  /** What a person sees in a place; with the cursor of an answer before, only what has changed since, if that is known. */
  conversation: (person, place, cursor) =>
    call(`conversations/${person}/${place}${cursor === null ? '' : `?since=${encodeURIComponent(cursor)}`}`),
  mail: (person) => call(`mail/${person}`).then(({ mail }) => mail),
  readMail: (person, id) => post(`mail/${person}/${id}/read`, {}),
  say: (saying) => post('say', saying),
  press: (press) => post('press', press),
  seen: (person, place, upTo) => post('seen', { person, place, upTo }),
  clock: () => call('clock'),
  /** The time in the rehearsal, which is this computer's where it cannot be moved. */
  now: () =>
    call('clock').then(
      ({ now }) => new Date(now),
      () => new Date(),
    ),
  moveClock: (advance) =>
    call('clock', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance }),
    }),
  reset: () => post('reset', {}),
};

const retryMs = 1000;

/** Calls back for each change in the tenant, and whenever the connection is made, or made again. */
export const listen = (onChange) => {
  const source = new EventSource('api/events');
  source.addEventListener('open', () => onChange({ what: 'connected' }));
  source.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    // Once it was refused, by a program that is only starting, a browser does not try again by itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onChange), retryMs);
  });
};
