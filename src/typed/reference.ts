/** A reference as it is typed, copied or read out: `SD-ABC234`. */

/** Hyphens, dashes and minus signs: a keyboard puts in what it likes. */
const dashes = /[\p{Pd}\u2212\u00ad]/gu;
const round = /^["'“”‘’«»(<[]+|["'“”‘’«»)>\].,;:!?]+$/g;

/** In the form it is kept in; null for what is no reference. */
export const referenceTyped = (text: string): string | null => {
  const read = /^SD-?([A-Z0-9]{6})$/.exec(text.replace(round, '').replace(dashes, '-').toUpperCase());
  return read === null ? null : `SD-${read[1] ?? ''}`;
};
