/** How a rule stands in the bot: it acts and a story shows it, it informs, or it does neither yet. */

/** A test, by its file and by its name or the title of its table. */
interface Story {
  readonly file: string;
  readonly test: string;
}
export type Standing =
  | { readonly is: 'acts'; readonly shownBy: Story }
  | { readonly is: 'informs'; readonly where: string }
  | { readonly is: 'does not act'; readonly because: string };

/** Stories of one file, by their names. */
export const story =
  (file: string) =>
  (test: string): Standing => ({ is: 'acts', shownBy: { file, test } });

export const informs = (where: string): Standing => ({ is: 'informs', where });
