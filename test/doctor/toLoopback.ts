/** Loaded before a program: what it asks of the world outside is answered on this machine, at OUTSIDE. */
const outside = process.env['OUTSIDE'] ?? '';
const real = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  return real(url.replace(/^https:\/\//, `${outside}/`), init);
};
