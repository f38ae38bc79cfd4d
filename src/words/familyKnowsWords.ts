/** What everybody taking part must know before they speak to the family (F-1), and why it is so only where it is read. */
import { detailsOf } from '../discussion/state/details.ts';
import type { Discussion } from '../discussion/state/discussion.ts';

const consentLines: Readonly<Record<string, string>> = {
  refused: 'consent to share information was refused',
  notAsked: 'consent to share information was not asked for',
};

/** A line each; nothing of a child whose family was told and agreed, or of whom nobody has said. */
export const familyKnowsLines = ({ children, entered }: Discussion): readonly string[] =>
  children.flatMap(({ childId, initials }) => {
    const { consent = '', familyInformed } = detailsOf(entered, childId);
    const withoutConsent = consentLines[consent];
    return [
      ...(familyInformed === 'no'
        ? [
            `${initials}: the family was not told before the discussion. Do not tell them until it is agreed what they are told.`,
          ]
        : []),
      ...(withoutConsent === undefined ? [] : [`${initials}: ${withoutConsent}.`]),
    ];
  });
