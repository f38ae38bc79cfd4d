/** Which procedure the council follows, for whoever rehearses several. Hidden where there is no choice. */
const ask = async (how) => {
  const answer = await fetch('api/procedure', how);
  return answer.ok ? answer.json() : null;
};

/** The key and the name of the one that is followed now; blank where there is no choice. */
export const followedProcedure = async () => {
  const known = await ask();
  const title = known?.options.find(({ value }) => value === known.current)?.words;
  return { key: known?.current ?? '', title: title ?? '' };
};

export const offerProcedures = async (setting, announce) => {
  const select = setting.querySelector('select');
  const known = await ask();
  if (!known) return;
  select.replaceChildren(...known.options.map(({ value, words }) => new Option(words, value)));
  select.value = known.current;
  setting.hidden = false;
  select.addEventListener('change', async () => {
    const chosen = await ask({
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: select.value }),
    });
    select.value = chosen?.current ?? known.current;
    announce(`The council now follows ${select.selectedOptions[0].textContent}.`);
  });
};
