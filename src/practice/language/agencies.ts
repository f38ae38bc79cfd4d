/**
 * The kinds of agency that fill a discussion's seats, and how one that is in no directory is told by its name. Which role
 * belongs to which kind is in roles.ts.
 */
import { plainWords } from './spelling.ts';

export const agencyKinds = ['childrensSocialCare', 'council', 'police', 'health', 'education'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

const inWords: Readonly<Record<AgencyKind, string>> = {
  childrensSocialCare: 'children’s social care',
  council: 'the council',
  police: 'the police',
  health: 'health',
  education: 'education',
};
/** Plain words for a kind of agency: `the police`. */
export const agencyKindWords = (kind: AgencyKind): string => inWords[kind];

const anyCouncil = 'council, cyngor, borough, cc, mbc, bc, lbc, mdc, unitary authority, local authority';

/** What the name of such an agency says somewhere, in plain letters; in Welsh too. */
const named: Readonly<Record<AgencyKind, string>> = {
  childrensSocialCare: `${anyCouncil}, childrens services, childrens social care, childrens trust, social work`,
  council: `${anyCouncil}, social care, social services, adult services`,
  police: 'police, policing, constabulary, heddlu',
  health: `nhs, gig, icb, health, iechyd, hospital, ysbyty, infirmary, ambulance, camhs, clinic, medical, doctors, gp, gps,
    surgery, nursing, midwifery, maternity, paediatric, paediatrics`,
  education: `school, schools, ysgol, academy, academies, college, nursery, nurseries, preschool, kindergarten, education,
    early years, childrens centre, childminder, childminding`,
};

const sayings: readonly (readonly [AgencyKind, readonly string[]])[] = agencyKinds.map((kind) => [
  kind,
  named[kind].split(/,\s+/),
]);

/** The kinds of agency that a name says it is; none where it does not say. */
export const kindsNamed = (agency: string): readonly AgencyKind[] => {
  const said = ` ${plainWords(agency).join(' ')} `;
  return sayings.flatMap(([kind, words]) => (words.some((word) => said.includes(` ${word} `)) ? [kind] : []));
};
