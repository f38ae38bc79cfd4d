/**
 * What is held about one child, for whoever asks for their own data (UK GDPR, article 15). Professionals are named, as they
 * acted in their work (Data Protection Act 2018, schedule 2, paragraph 17); nobody else is. It is a draft: a person reads it
 * before it leaves, and decides what would cause serious harm (schedule 3).
 */
import type { Child } from '../../discussion/state/childShape.ts';
import { detailsOf, household } from '../../discussion/state/details.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { everyChild } from '../../discussion/state/childrenChanged.ts';
import { plainWords } from '../../practice/language/spelling.ts';
import type { Practice } from '../../practice/practice.ts';
import { formatLondon } from '../../practice/time/calendar.ts';
import { facts, heading, list, paragraph, section, type Block, type Paper } from '../paper/paper.ts';
import { enquiries, next } from './afterwards.ts';
import { aboutChild, attendance, purpose } from './beginning.ts';
import { actions, corrections, dates, howDecided, inFull } from './decision.ts';
import { leaveOut } from './leaveOut.ts';
import { namesAnother } from './otherChildren.ts';
import { agenda, disagreements, emergency, information, responsible } from './said.ts';

export interface AboutSubject {
  readonly d: Discussion;
  /** The child who asks, or for whom somebody asks, as this discussion has it. */
  readonly child: Child;
  readonly practice: Practice;
}

const withheld = 'Left out, because it names somebody else.';

export const subjectAccessOf = (held: readonly [AboutSubject, ...AboutSubject[]]): Paper => ({
  title: `What is held about ${held[0].child.name}`,
  reference: 'Subject access',
  marking: 'OFFICIAL-SENSITIVE. Draft: to be read before it is released',
  authority: held[0].d.authority,
  language: 'en-GB',
  page: ['Page', 'of'],
  blocks: [...beforeRelease, ...held.flatMap(aboutOneDiscussion)],
});

const beforeRelease: readonly Block[] = section('Before this is released', [
  ...list([
    'Read all of it. Other children, family, and referrers who are no professionals are left out where they are named; somebody may still be known from what is said of them.',
    'Take out what would be likely to cause serious harm to anybody (Data Protection Act 2018, schedule 3), and what a court or the police have asked to be kept back.',
    'Take this page out.',
  ]),
]);

const aboutOneDiscussion = (about: AboutSubject): readonly Block[] => [
  heading(`Strategy discussion ${about.d.reference}`),
  ...leaveOut(
    [...whyHeld(about), ...(about.d.stage === 'decided' ? ofDecided({ ...about, d: about.d }) : unfinished(about))],
    namesSomebody(about),
    withheld,
  ),
];

const whyHeld = ({ d, child }: AboutSubject): readonly Block[] => {
  const { referrer, receivedAt } = d.referral;
  const isProfessional = referrer.standing === 'professional';
  return facts([
    { term: 'Convened', words: formatLondon(d.convenedAt) },
    { term: 'Referral', words: `${formatLondon(receivedAt)}${isProfessional ? `, by ${referrer.name}` : ''}` },
    { term: 'About', words: child.name },
    { term: 'The concern', words: d.concern },
  ]);
};

const unfinished = ({ d }: AboutSubject): readonly Block[] => [
  paragraph(
    d.stage === 'stoodDown' ? `It was stood down: ${d.reason}` : 'It is not decided yet. There is no record of it.',
  ),
];

const ofDecided = (source: Parameters<typeof purpose>[0] & Pick<AboutSubject, 'child'>): readonly Block[] => {
  const { child } = source;
  return [
    ...purpose(source),
    ...section('What was entered', aboutChild(source, child)),
    ...attendance(source),
    ...emergency(source),
    ...information(source),
    ...agenda(source),
    ...inFull(source, ({ childId }) => childId === child.childId),
    ...corrections(source, ({ childId }) => childId === child.childId),
    ...howDecided(source),
    ...actions(source, ({ childIds }) => childIds.includes(child.childId)),
    ...responsible(source, child.childId),
    ...disagreements(source),
    ...enquiries(source, [child]),
    ...dates(source),
    ...next(source),
  ];
};

/** Other children, the household, and a referrer who acted for themselves: by any word of their name that is not the child’s own. */
const namesSomebody = ({ d, child }: AboutSubject): ((text: string) => boolean) => {
  const isOtherChild = namesAnother(everyChild(d), child.childId);
  const own = plainWords(child.name);
  const { referrer } = d.referral;
  const others = [
    ...household(d.entered).map((of) => detailsOf(d.entered, of).name ?? ''),
    referrer.standing === 'professional' ? '' : referrer.name,
  ];
  const words = new Set(
    others.flatMap((name) => plainWords(name)).filter((word) => word.length > 2 && !own.includes(word)),
  );
  return (text) => isOtherChild(text) || plainWords(text).some((word) => words.has(word));
};
