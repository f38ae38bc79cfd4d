/** An e-mail address as telephones, Outlook and clipboards give it: with a name before it, brackets, `mailto:`, punctuation. */

/** Nothing else is taken out of the middle: a name before an address must not become part of it. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const quotes = /[\u2018\u2019\u02bc\uff07]/g;
/** What HTML has for an address, and a domain with a dot in it. */
const address = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
const dotted = /^\.|\.\.|\.@/;

/** The bare address, its letters as they were typed; null for what is none, or more than one. */
export const addressTyped = (text: string): string | null => {
  const bracketed = /<([^<>]*)>[\s;,.]*$/.exec(text)?.[1] ?? text;
  const bare = bracketed
    .replace(invisible, '')
    .trim()
    .replace(quotes, "'")
    .replace(/^mailto:/i, '')
    .replace(/[;,.>)]+$/, '')
    .replace(/^[<('"]+/, '');
  return bare.length <= 254 && address.test(bare) && !dotted.test(bare) ? bare : null;
};
