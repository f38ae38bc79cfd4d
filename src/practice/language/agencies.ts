/**
 * The kinds of agency that fill a discussion's seats, and how an agency that is in no directory is told by its name. Which
 * role belongs to which kind is in roles.ts.
 */
import { plainWords } from './spelling.ts';

const kinds = ['childrensSocialCare', 'council', 'police', 'health', 'education'] as const;
export type AgencyKind = (typeof kinds)[number];

const words: Readonly<Record<AgencyKind, string>> = {
  childrensSocialCare: 'children’s social care',
  council: 'the council',
  police: 'the police',
  health: 'health',
  education: 'education',
};
/** Plain words for a kind of agency: `the police`. */
export const agencyKindWords = (kind: AgencyKind): string => words[kind];

const anyCouncil = ['council', 'borough', 'cc', 'mbc', 'bc', 'lbc', 'mdc', 'unitary authority', 'local authority'];

/** What the name of such an agency says somewhere, in plain letters. */
const named: Readonly<Record<AgencyKind, readonly string[]>> = {
  childrensSocialCare: [...anyCouncil, 'childrens services', 'childrens social care', 'childrens trust', 'social work'],
  council: [...anyCouncil, 'social care', 'social services', 'adult services'],
  police: ['police', 'policing', 'constabulary'],
  health: [
    ...['nhs', 'icb', 'health', 'hospital', 'infirmary', 'ambulance', 'camhs', 'clinic', 'medical', 'doctors'],
    ...['gp', 'gps', 'surgery', 'nursing', 'midwifery', 'maternity', 'paediatric', 'paediatrics'],
  ],
  education: [
    ...['school', 'schools', 'academy', 'academies', 'college', 'nursery', 'nurseries', 'preschool', 'kindergarten'],
    ...['education', 'early years', 'childrens centre', 'childminder', 'childminding'],
  ],
};

/** The kinds of agency that a name says it is; none where it does not say. */
export const kindsNamed = (agency: string): readonly AgencyKind[] => {
  const said = ` ${plainWords(agency).join(' ')} `;
  return kinds.filter((kind) => named[kind].some((word) => said.includes(` ${word} `)));
};
