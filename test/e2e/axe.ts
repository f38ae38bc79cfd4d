/** What axe-core, the usual checker of accessibility, finds on a page as it stands. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The looks of Teams, as the page names them. */
export const looks = ['light', 'dark', 'contrast'];

const violations = async (page: Page, options: object): Promise<AxeResults['violations']> => {
  const asked = JSON.stringify({ resultTypes: ['violations'], iframes: false, ...options });
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${asked})`);
  return found.violations;
};

/** One line for each finding: the rule, what is wrong, and where. Frames are pages of their own. */
const inWords = (found: AxeResults['violations'], look: string): readonly string[] =>
  found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${look}: ${id}: ${help}\n  at ${target.join(' ')}\n${failureSummary ?? ''}`,
    ),
  );

/** What is found on a page as it stands, in the look it has. */
export const findingsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return inWords(await violations(page, {}), 'as it is');
};

export const wear = (page: Page, look: string): Promise<unknown> =>
  page.evaluate(`document.documentElement.dataset.theme = '${look}'`);

/** The same in every look of Teams: what is not about colours is the same in all of them. */
export const findingsInEveryLook = async (page: Page): Promise<readonly string[]> => {
  const found = [...(await findingsOn(page))];
  for (const look of looks) {
    await wear(page, look);
    found.push(...inWords(await violations(page, { runOnly: ['color-contrast'] }), look));
  }
  return found;
};
