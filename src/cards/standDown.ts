import { z } from 'zod';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Practice } from '../practice/practice.ts';
import { childrenLine } from '../words/childWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { nameIn, readDetails, withAsked } from './askedFields.ts';
import { plain, said, template, type Card } from './bind.ts';
import { oneOf, required, type Read } from './form.ts';
import { toWriteItDown, whatIsWeighed } from './whatIsWeighed.ts';

const bind = template(
  'stand-down',
  z.object({
    reference: plain,
    nonce: plain,
    child: said,
    /** whom the standard puts first. */
    priorities: z.array(said),
    because: plain,
    reason: plain,
  }),
);

/** Whoever stands it down sees it, and nobody else: with what was weighed so far. */
export const standDownCard = (
  d: Discussion,
  practice: Practice,
  nonce: string,
  today: string,
  typed: Readonly<Record<string, string>> = {},
): Card => {
  const found = assessed(d, practice);
  const card = bind({
    reference: d.reference,
    nonce,
    child: childrenLine(d.children, today),
    priorities: found.priorities.map(citedRule),
    because: typed['because'] ?? '',
    reason: typed['reason'] ?? '',
  });
  const asked = { ...whatIsWeighed(found), lead: [whoReadsIt] };
  return withAsked(card, [asked], (id) => typed[id] ?? weighedBefore(d, id), { fold: toWriteItDown });
};

const whoReadsIt = 'It is kept with the discussion, and sent to its chair and its convenor only.';

const weighedBefore = ({ facts }: Discussion, id: string): string => {
  const weighed = facts.answers[nameIn(id)];
  return typeof weighed === 'string' ? weighed : '';
};

/** C-1, C-7: two of the reasons are no reason everywhere; the rules say where. */
export const standDownForm = z.object({
  because: oneOf(['recentlyAssessed', 'caseAlreadyOpen', 'other'], 'Say what kind of reason it is.').transform(
    (kind) => (kind === 'other' ? null : kind),
  ),
  reason: required('The reason', 1000, 'Say why it is not going ahead.'),
});

/** by factor; what was left blank is left out. */
export const readWeighed = (
  data: Readonly<Record<string, unknown>>,
  d: Discussion,
  practice: Practice,
): Read<Readonly<Record<string, string>>> => {
  const { details, problems } = readDetails([whatIsWeighed(assessed(d, practice))], data);
  if (problems.length > 0) return { ok: false, problems };
  const written = Object.entries(details).filter(([, text]) => text !== '');
  return { ok: true, value: Object.fromEntries(written.map(([id, text]) => [nameIn(id), text])) };
};
