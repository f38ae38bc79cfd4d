/**
 * The facts every standard may turn on, with the words a form uses to ask about them. One name means one thing under
 * every standard. A fact of a child is said of one child or of several; one of the discussion (the referral, the
 * household, the place, the people) is said once. A standard may add facts of its own.
 */

/** The lists of the convene form. */
export const factGroups = ['concerns', 'circumstances', 'complexReasons'] as const;
export type FactGroup = (typeof factGroups)[number];

export interface FactData {
  readonly group: FactGroup;
  readonly of: 'child' | 'discussion';
  readonly words: string;
}

const child = (group: FactGroup, words: string): FactData => ({ group, of: 'child', words });
const discussion = (group: FactGroup, words: string): FactData => ({ group, of: 'discussion', words });

/** In the order a form lists them. */
export const commonFacts = {
  seriousRisk: child('circumstances', 'Serious risk to the child, such as a serious injury or neglect'),
  immediateRisk: child('circumstances', 'Immediate risk to the child'),
  immediateDanger: child('circumstances', 'Immediate danger of female genital mutilation'),
  sexualAbuse: child('circumstances', 'Sexual abuse'),
  penetrativeSexualAbuse: child('circumstances', 'Penetrative sexual abuse'),
  recentSexualAbuse: child('circumstances', 'Recent sexual abuse'),
  emergencyActionTaken: child('circumstances', 'Emergency or immediate protective action has been taken'),
  emergencyActionNeeded: child('circumstances', 'Emergency action may be needed'),
  emergencyActionPlanned: child('circumstances', 'Emergency action is being planned'),
  emergencyProtectionOrder: child('circumstances', 'An emergency protection order is in place'),
  policeProtection: child('circumstances', 'The child is under police protection'),
  courtProceedings: child('circumstances', 'Court proceedings about the child are running'),
  whereaboutsUnknown: child('circumstances', 'The child cannot be found'),
  accessRefused: child('circumstances', 'Access to the child has been refused or obstructed'),
  newReferral: discussion('circumstances', 'New referral'),
  childProtectionReferral: discussion('circumstances', 'The referral is for child protection'),
  cinReferral: discussion('circumstances', 'The referral is for a child in need'),
  assessment: child('circumstances', 'An assessment is under way'),
  cin: child('circumstances', 'The child has a child in need plan'),
  cpPlan: child('circumstances', 'The child has a child protection plan'),
  lookedAfter: child('circumstances', 'The child is looked after by a local authority'),
  openCaseNewInfo: discussion('circumstances', 'New information about a case already open'),
  furtherConcern: discussion(
    'circumstances',
    'A new concern after a recent assessment or an earlier child protection plan',
  ),
  cpPlanWithinTwoYears: child('circumstances', 'The child has had a child protection plan in the past 2 years'),
  unborn: child('circumstances', 'The child is not yet born'),
  underSchoolAge: child('circumstances', 'The child is under school age'),
  disabledChild: child('circumstances', 'The child is disabled'),
  youngCarer: child('circumstances', 'The child is a young carer'),
  inSchool: child('circumstances', 'The child goes to school'),
  inNursery: child('circumstances', 'The child goes to nursery'),
  inChildrensCentre: discussion('circumstances', 'The family uses a children’s centre'),
  receivingHealthServices: child('circumstances', 'The child or family receives health services'),
  receivingCareServices: discussion('circumstances', 'The child or family receives care services'),
  midwifeInvolved: child('circumstances', 'A midwife is involved'),
  healthVisitorInvolved: child('circumstances', 'A health visitor is involved'),
  schoolNurseInvolved: child('circumstances', 'A school nurse is involved'),
  gpInvolved: child('circumstances', 'A GP is involved'),
  mentalHealthInvolved: child('circumstances', 'Mental health services are involved'),
  youthServicesInvolved: child('circumstances', 'Youth services are involved'),
  specialistNeeded: child('circumstances', 'A specialist, such as a medical consultant, can add something'),
  inpatient: child('circumstances', 'The child is in hospital'),
  outpatient: child('circumstances', 'The child is a hospital outpatient'),
  childDevelopmentTeam: child('circumstances', 'A child development team sees the child'),
  hospitalServicesNowOrRecent: child('circumstances', 'The child has, or recently had, hospital services'),
  medicalMayBeNeeded: child('circumstances', 'A medical examination may be needed'),
  medicalTakenPlace: child('circumstances', 'A medical examination has taken place'),
  treatmentMayBeNeeded: child('circumstances', 'Paediatric assessment or treatment may be needed'),
  medicalConsidered: child('circumstances', 'A medical assessment is being considered'),
  domesticAbuse: discussion('circumstances', 'Domestic abuse by or against an adult in the home'),
  substanceMisuse: discussion('circumstances', 'An adult in the home misuses drugs or alcohol'),
  adultMentalIllness: discussion('circumstances', 'An adult in the home has a mental illness'),
  parallelProcess: discussion('circumstances', 'Another process is running alongside, such as a disciplinary one'),
  crossBoundary: discussion('circumstances', 'The concern crosses a local authority or police boundary'),
  hostNotHome: child('circumstances', 'The child was found here but lives in another authority'),
  ordinarilyResidentElsewhere: child('circumstances', 'The child ordinarily lives in another authority'),
  otherAuthorityRetains: child('circumstances', 'The other authority is keeping the case'),
  childMayBeCharged: child('circumstances', 'The child may be charged with an offence'),
  legalAdviceNeeded: discussion('circumstances', 'Legal advice is needed'),
  abuseTypeExpertNeeded: discussion('circumstances', 'An expert in this type of abuse could advise'),
  complexAfterFirst: discussion('circumstances', 'A first discussion found the case to be complex'),
  crimeMoreSerious: discussion('circumstances', 'A crime thought minor has proved more serious'),
  violenceToProfessionals: discussion('circumstances', 'Someone in the family has been violent to professionals'),
  complex: discussion('circumstances', 'The case is complex'),
  reasonableCause: child(
    'concerns',
    'Reasonable cause to suspect the child is suffering, or likely to suffer, significant harm',
  ),
  physicalInjury: child('concerns', 'Physical injury'),
  minorInjury: child('concerns', 'Minor injury only'),
  criminalPhysicalInjury: child('concerns', 'Criminal physical injury, or repeated assaults causing minor injury'),
  s1Cypa1933: child('concerns', 'Serious neglect or ill-treatment (section 1, Children and Young Persons Act 1933)'),
  neglect: child('concerns', 'Neglect'),
  seriousNeglect: child('concerns', 'Serious neglect'),
  neglectRepeatAssessments: child('concerns', 'Neglect: several assessments over time and concerns still arriving'),
  neglectCinDrift: child(
    'concerns',
    'Neglect: a child in need plan drifting or delayed while the child is visibly harmed',
  ),
  intrafamilialSexualOffence: child('concerns', 'Sexual offence within the family against someone under 18'),
  sexualOffenceByYoungPerson: child('concerns', 'Sexual offence by a young person'),
  childSexualAssaultByChild: child(
    'concerns',
    'A child sexually assaulted, or may assault, another child at home or in regular contact',
  ),
  childSuspectedAbuser: child('concerns', 'The suspected abuser is a child'),
  cse: child('concerns', 'Child sexual exploitation'),
  sudi: child('concerns', 'Sudden unexpected death of a child'),
  childDeathOtherChildren: discussion(
    'concerns',
    'A child has died, abuse or neglect is suspected, and there are other children in the home',
  ),
  fii: child('concerns', 'Fabricated or induced illness'),
  fgm: child('concerns', 'Female genital mutilation'),
  forcedMarriage: child('concerns', 'Forced marriage'),
  radicalisation: child('concerns', 'Radicalisation'),
  riskyPersonJoinsOrContacts: discussion(
    'concerns',
    'A person posing a risk is joining the household or has regular contact',
  ),
  preBirth: child('concerns', 'An unborn child likely to need a child protection plan before birth'),
  cpPlanInHousehold: discussion(
    'concerns',
    'The child lives in, or is born into, a home with a child on a child protection plan',
  ),
  cpPlanTransferIn: child('concerns', 'A child on another area’s child protection plan has moved in'),
  fracture: child('concerns', 'Suspected fracture'),
  bleeding: child('concerns', 'Bleeding'),
  lossOfConsciousness: child('concerns', 'Loss of consciousness'),
  severeBurn: child('concerns', 'Severe burn'),
  positionOfTrust: discussion(
    'complexReasons',
    'Allegation against staff, a volunteer, a carer or someone else in a position of trust',
  ),
  multiplePerpetrators: discussion('complexReasons', 'More than one alleged perpetrator'),
  childrenFromDifferentFamilies: discussion('complexReasons', 'More than one child, from different families'),
  organisedAbuse: discussion('complexReasons', 'Organised or multiple abuse'),
  ritualAbuse: discussion('complexReasons', 'Ritual abuse'),
  independentViewNeeded: discussion('complexReasons', 'An independent view is needed'),
} as const satisfies Readonly<Record<string, FactData>>;

/** Yes-or-no questions that only matter beside another fact. */
export const yesNoWords = {
  forensicEvidenceNeeded: 'Is forensic evidence needed?',
  likelyCareAndSupportNeeds: 'Is the young person likely to need care and support as an adult?',
} as const;
export type YesNoFact = keyof typeof yesNoWords;
export const isYesNoFact = (name: string): name is YesNoFact => Object.hasOwn(yesNoWords, name);

/** Worked out from other answers, never asked as such. */
export const derivedFacts = [
  /** A professional or agency made the referral. */
  'referredByProfessional',
  /** In a school, nursery or children's centre, or referred by one. */
  'inEducationSetting',
  /** The meeting falls strictly less than 6 months before the 18th birthday. */
  'nearly18',
  /** The standard treats the meeting as complex (CH-5, CH-6). */
  'complexMeeting',
  /** A section 47 enquiry is, or is not, to start. */
  's47Yes',
  's47No',
  /** Safeguarding concerns remain. */
  'concernsRemain',
  /** The referrer took no part. */
  'referrerNotInvolved',
] as const;
const derivedWords: Readonly<Record<DerivedFact, string>> = {
  referredByProfessional: 'A professional or agency made the referral',
  inEducationSetting: 'The child is in an education setting',
  nearly18: 'The child is within 6 months of 18',
  complexMeeting: 'The meeting is complex',
  s47Yes: 'A section 47 enquiry starts',
  s47No: 'No section 47 enquiry starts',
  concernsRemain: 'Safeguarding concerns remain',
  referrerNotInvolved: 'The referrer took no part',
};
export type DerivedFact = (typeof derivedFacts)[number];
export const isDerivedFact = (name: string): name is DerivedFact => derivedFacts.some((fact) => fact === name);

export type CommonFact = keyof typeof commonFacts;
/** A fact that one standard brings along. */
type OwnFact = string & { readonly __brand: 'OwnFact' };

/** What can be said of a child or of a discussion. */
export type FactName = CommonFact | OwnFact;
/** What a rule may turn on. */
export type RuleFact = FactName | YesNoFact | DerivedFact;

/** A fact in words; `own` are those a standard adds. */
export const factWords = (own: Readonly<Record<string, Pick<FactData, 'words'>>>, fact: RuleFact): string =>
  own[fact]?.words ?? (isYesNoFact(fact) ? yesNoWords[fact] : isDerivedFact(fact) ? derivedWords[fact] : fact);

export const isCommonFact = (name: string): name is CommonFact => Object.hasOwn(commonFacts, name);
