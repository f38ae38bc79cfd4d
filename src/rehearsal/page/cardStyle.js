/** The host configuration that gives cards Teams' look. Colours are the page's own, so a change of theme needs no redraw. */
const pair = (name) => ({
  default: `var(--${name})`,
  subtle: `var(--${name})`,
  highlightColors: { default: 'transparent', subtle: 'transparent' },
});
const text = {
  default: 'var(--text)',
  subtle: 'var(--quiet)',
  highlightColors: { default: 'transparent', subtle: 'transparent' },
};
const foregroundColors = {
  default: text,
  dark: text,
  light: text,
  accent: pair('brand-text'),
  good: pair('good'),
  warning: pair('warning'),
  attention: pair('attention'),
};
const style = (backgroundColor, borderColor) => ({ backgroundColor, borderColor, foregroundColors });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12.5, default: 14.5, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
  lineHeights: { small: 17, default: 20, medium: 22, large: 25, extraLarge: 29 },
  spacing: { small: 6, default: 12, medium: 16, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('var(--raised)', 'var(--line)'),
    emphasis: style('var(--sunken)', 'var(--line)'),
    accent: style('var(--tint)', 'var(--tint-line)'),
    good: style('var(--good-tint)', 'var(--good)'),
    warning: style('var(--warning-tint)', 'var(--warning)'),
    attention: style('var(--attention-tint)', 'var(--attention)'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'default', weight: 'bolder' },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: {
    title: { color: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 170 },
    value: { color: 'default', weight: 'default', wrap: true },
    spacing: 14,
  },
  table: { cellSpacing: 8 },
  textStyles: {
    heading: { size: 'large', weight: 'bolder', color: 'default' },
    columnHeader: { weight: 'bolder' },
  },
  textBlock: { headingLevel: 3 },
};
