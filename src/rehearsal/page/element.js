/** Builds an element: attributes by name, `on…` for listeners, children as nodes or text. Text is never parsed as HTML. */
export const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};

const icons = {
  channel: 'M3 6h10M3 10h10M6.5 2.5l-1.5 11M11 2.5l-1.5 11',
  group:
    'M6 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.8 13c.3-2.3 2-3.7 4.2-3.7s3.9 1.4 4.2 3.7M11 7.6a1.8 1.8 0 1 0-.6-3.5M12 9.5c1.3.4 2.1 1.6 2.3 3.2',
  chat: 'M2.5 3.5h11V11h-6l-3 2.5V11h-2z',
  teams:
    'M6 7.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2.2 8.700h7.600v2.800a2.500 2.500 0 0 1-2.500 2.500h-2.600a2.500 2.500 0 0 1-2.500-2.500zM11.400 7a1.600 1.600 0 1 0 0-3.200M11.600 8.700h2.200v2.600a2 2 0 0 1-2 2',
  mail: 'M2 3.800h12v8.700H2zM2 4.300l6 4.700 6-4.700',
};

/** A small drawn icon, hidden from assistive technology. */
export const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: 18, height: 18, 'aria-hidden': 'true' })) {
    svg.setAttribute(key, String(value));
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
};

const initialsOf = (name) =>
  name
    .replace(/^(Dr|DI|PC|DS|Mr|Ms|Mrs)\s+/, '')
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('');

/** A person's initials on the colour of their agency. */
export const avatar = (person, size = '') =>
  element(
    'span',
    { class: `avatar ${size}`, 'data-sector': person.sector, 'aria-hidden': 'true' },
    initialsOf(person.name),
  );

export const botAvatar = () =>
  element(
    'span',
    { class: 'avatar bot', 'aria-hidden': 'true' },
    element('img', { src: new URL('icon.svg', import.meta.url), alt: '' }),
  );
