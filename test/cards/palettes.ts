/**
 * The colours Teams gives cards, as Microsoft publishes them in the host configurations of its renderer
 * (microsoft-teams-light, microsoft-teams-dark; the Agents Playground has the light one). A colour is `#RRGGBB`, or
 * `#AARRGGBB` where it lets something through.
 */
type Shade = Readonly<Record<'default' | 'subtle', string>>;
interface ContainerColours {
  readonly background: string;
  readonly words: Readonly<Record<string, Shade>>;
}
export type Palette = Readonly<Record<string, ContainerColours>>;

const shade = (standard: string, subtle: string): Shade => ({ default: standard, subtle });

const lightWords = {
  default: shade('#252424', '#bf252424'),
  dark: shade('#252424', '#bf252424'),
  light: shade('#ffffff', '#f3f2f1'),
  accent: shade('#6264a7', '#8b8cc7'),
  good: shade('#92c353', '#e592c353'),
  warning: shade('#f8d22a', '#e5f8d22a'),
  attention: shade('#c4314b', '#e5c4314b'),
};
const darkWords = {
  default: shade('#ffffff', '#bfffffff'),
  dark: shade('#201f1f', '#2d2c2c'),
  light: shade('#ffffff', '#bfffffff'),
  accent: shade('#a6a7dc', '#8b8cc7'),
  good: shade('#92c353', '#e592c353'),
  warning: shade('#f8d22a', '#e5f8d22a'),
  attention: shade('#d74654', '#e5d74654'),
};
/** What is tinted is pale in the dark too, with dark words on it. */
const darkOnTint = { ...darkWords, default: shade('#201f1f', '#2d2c2c') };

const tinted = (words: ContainerColours['words']): Palette => ({
  accent: { background: '#c7def9', words },
  good: { background: '#ccffcc', words },
  attention: { background: '#ffc5b2', words },
  warning: { background: '#ffe2b2', words },
});

export const palettes: Readonly<Record<string, Palette>> = {
  light: {
    default: { background: '#ffffff', words: lightWords },
    emphasis: { background: '#f9f8f7', words: lightWords },
    ...tinted(lightWords),
  },
  dark: {
    default: { background: '#2d2c2c', words: darkWords },
    emphasis: { background: '#292828', words: darkWords },
    ...tinted(darkOnTint),
  },
};

type Channels = readonly [number, number, number];

const channelsOf = (colour: string): { readonly alpha: number; readonly rgb: Channels } => {
  const hex = colour.slice(1).padStart(8, 'f');
  const [alpha = 0, ...rgb] = [0, 2, 4, 6].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return { alpha: alpha / 255, rgb: rgb as unknown as Channels };
};

const over = (colour: string, background: Channels): Channels => {
  const { alpha, rgb } = channelsOf(colour);
  return rgb.map((value, i) => alpha * value + (1 - alpha) * (background[i] ?? 0)) as unknown as Channels;
};

/** WCAG 2.2, relative luminance. */
const luminance = (rgb: Channels): number => {
  const [r, g, b] = rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2.2, contrast ratio of words on a background. */
export const contrast = (words: string, background: string): number => {
  const under = channelsOf(background).rgb;
  const [light = 0, dark = 0] = [luminance(under), luminance(over(words, under))].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
