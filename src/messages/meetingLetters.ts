/** What letters about the meeting are given: those to invitees, and the card that opens with one. */
import { z } from 'zod';
import { invitationCard } from '../cards/invitation.ts';
import type { Card } from '../cards/bind.ts';
import { roleWordsIn } from '../practice/language/roles.ts';
import { formatLondon } from '../practice/time/calendar.ts';
import { identityLine } from '../words/childWords.ts';
import { foundBy } from '../words/searchWords.ts';
import { whereWords } from '../words/whereWords.ts';
import type { Letters, Shown, View } from './kind.ts';
import { letter, maybe, oneOf, participantOf, text, yesNo } from './letter.ts';

/** Full names, dates of birth and what the concern is go only where nobody else can read them (I-26): no other letter is given them. */
const inMail = {
  convenor: text,
  authority: text,
  role: text,
  /** Who made the referral brings what they know, and decides nothing. */
  madeReferral: yesNo,
  /** Nobody but those who take part may know of it. */
  restricted: yesNo,
  when: text,
  where: text,
  chair: text,
  children: z.array(z.object({ identity: text, foundBy: z.array(z.object({ words: text })) })),
  concern: maybe,
};

/** `cards/letters/NAME.md` by e-mail, and NAME-teams.md on a card, which has the time, place and child below its first paragraph. */
export const invitationLetters = (name: string): Letters =>
  oneOf(
    {
      mail: letter(name, inMail, (view, reader) => ({
        convenor: view.d.convenor.name,
        authority: view.d.authority,
        role: roleIn(view),
        madeReferral: madeReferral(view),
        restricted: view.d.isRestricted,
        when: formatLondon(view.d.meeting.startsAt),
        where: whereWords(view.d),
        chair: view.d.chair.name,
        children: reader.secure ? childrenFor(view) : [],
        concern: reader.secure ? view.d.concern : null,
      })),
      card: letter(
        `${name}-teams`,
        { convenor: text, role: text, madeReferral: yesNo, restricted: yesNo },
        (view) => ({
          convenor: view.d.convenor.name,
          madeReferral: madeReferral(view),
          restricted: view.d.isRestricted,
          role: roleIn(view).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()),
        }),
        { buttons: null, link: false },
      ),
    },
    (_, reader) => (reader.inTeams ? 'card' : 'mail'),
  );

const childrenFor = (view: View): z.input<typeof inMail.children> =>
  view.d.children.map((child) => ({
    identity: identityLine(child),
    foundBy: foundBy(view.d, child.childId, participantOf(view)).map((words) => ({ words })),
  }));

/** Invited as that, and as nothing else. */
export const madeReferral = (view: View): boolean => participantOf(view).role === 'referrer';

const roleIn = (view: View): string => {
  const { personId, role } = participantOf(view);
  if (personId === view.d.chair.personId) return 'the chair';
  return role === 'referrer' ? 'the person who made the referral' : roleWordsIn(view.practice, role);
};

export const asInvitation = ({ view, letter: { heading, lines } }: Shown): Card =>
  invitationCard(view.d, view.practice, participantOf(view), { title: heading, lines });
