/** How a paper looks, whoever sets it: in the manner of GOV.UK. Sizes in points. */
export const look = {
  ink: '#0b0c0c',
  quiet: '#505a5f',
  line: '#b1b4b6',
  size: { body: 11, small: 9, 1: 20, 2: 14, 3: 12 },
  margin: 56,
} as const;

/** Characters no XML and no font can have, which some keyboards and copied texts bring along. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const printable = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(unprintable, '');
