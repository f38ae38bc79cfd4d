/** Times as people in England read them, in London time. Instants arrive as ISO 8601. */
const zone = { timeZone: 'Europe/London' };
const clock = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

export const timeOf = (instant) => clock.format(new Date(instant));
export const dayOf = (instant) => day.format(new Date(instant));
