/**
 * Every fact a rule can turn on, with the words a form uses to ask about it. One name means one thing under every
 * standard, whichever list (circumstances, concerns, reasons for a complex meeting) it is written in.
 */

export const circumstanceWords = {
  seriousRisk: 'Serious risk to the child, such as serious injury or neglect',
  immediateRisk: 'Immediate risk to the child',
  immediateDanger: 'Immediate danger of female genital mutilation',
  sexualAbuse: 'Sexual abuse',
  penetrativeSexualAbuse: 'Penetrative sexual abuse',
  recentSexualAbuse: 'Recent sexual abuse',
  emergencyActionTaken: 'Emergency or immediate protective action has been taken',
  emergencyActionNeeded: 'Emergency action may be needed',
  emergencyActionPlanned: 'Emergency action is being planned',
  emergencyProtectionOrder: 'An emergency protection order is in place',
  policeProtection: 'The child is under police protection',
  courtProceedings: 'Court proceedings about the child are running',
  whereaboutsUnknown: 'The child cannot be found',
  accessRefused: 'Access to the child has been refused or obstructed',
  newReferral: 'New referral',
  childProtectionReferral: 'The referral is for child protection',
  cinReferral: 'The referral is for a child in need',
  assessment: 'An assessment is under way',
  cin: 'The child has a child in need plan',
  cpPlan: 'The child has a child protection plan',
  lookedAfter: 'The child is looked after by a local authority',
  openCaseNewInfo: 'New information about a case already open',
  furtherConcern: 'A new concern after a recent assessment or an earlier child protection plan',
  cpPlanWithinTwoYears: 'The child has had a child protection plan in the past 2 years',
  unborn: 'The child is not yet born',
  underSchoolAge: 'The child is under school age',
  disabledChild: 'The child is disabled',
  youngCarer: 'The child is a young carer',
  inSchool: 'The child goes to school',
  inNursery: 'The child goes to nursery',
  inChildrensCentre: "The family uses a children's centre",
  receivingHealthServices: 'The child or family receives health services',
  receivingCareServices: 'The child or family receives care services',
  midwifeInvolved: 'A midwife is involved',
  healthVisitorInvolved: 'A health visitor is involved',
  schoolNurseInvolved: 'A school nurse is involved',
  gpInvolved: 'A GP is involved',
  mentalHealthInvolved: 'Mental health services are involved',
  youthServicesInvolved: 'Youth services are involved',
  specialistNeeded: 'A specialist, such as a medical consultant, can add something',
  inpatient: 'The child is in hospital',
  outpatient: 'The child is a hospital outpatient',
  childDevelopmentTeam: 'A child development team sees the child',
  hospitalServicesNowOrRecent: 'The child has, or recently had, hospital services',
  medicalMayBeNeeded: 'A medical examination may be needed',
  medicalTakenPlace: 'A medical examination has taken place',
  treatmentMayBeNeeded: 'Paediatric assessment or treatment may be needed',
  medicalConsidered: 'A medical assessment is being considered',
  domesticAbuse: 'Domestic abuse by or against an adult in the home',
  substanceMisuse: 'An adult in the home misuses drugs or alcohol',
  adultMentalIllness: 'An adult in the home has a mental illness',
  parallelProcess: 'Another process is running alongside, such as a disciplinary one',
  crossBoundary: 'The concern crosses a local authority or police boundary',
  hostNotHome: 'The child was found here but lives in another authority',
  ordinarilyResidentElsewhere: 'The child ordinarily lives in another authority',
  otherAuthorityRetains: 'The other authority is keeping the case',
  childMayBeCharged: 'The child may be charged with an offence',
  legalAdviceNeeded: 'Legal advice is needed',
  abuseTypeExpertNeeded: 'An expert in this type of abuse could advise',
  complexAfterFirst: 'A first discussion found the case to be complex',
  crimeMoreSerious: 'A crime thought minor has proved more serious',
  violenceToProfessionals: 'Someone in the family has been violent to professionals',
  complex: 'The case is complex',
} as const;

export const concernWords = {
  reasonableCause: 'Reasonable cause to suspect the child is suffering, or likely to suffer, significant harm',
  physicalInjury: 'Physical injury',
  minorInjury: 'Minor injury only',
  criminalPhysicalInjury: 'Criminal physical injury, or repeated assaults causing minor injury',
  s1Cypa1933: 'Serious neglect or ill-treatment (section 1, Children and Young Persons Act 1933)',
  seriousNeglect: 'Serious neglect',
  neglectRepeatAssessments: 'Neglect: several assessments over time and concerns still arriving',
  neglectCinDrift: 'Neglect: a child in need plan drifting or delayed while the child is visibly harmed',
  intrafamilialSexualOffence: 'Sexual offence within the family against someone under 18',
  sexualOffenceByYoungPerson: 'Sexual offence by a young person',
  childSexualAssaultByChild: 'A child sexually assaulted, or may assault, another child at home or in regular contact',
  childSuspectedAbuser: 'The suspected abuser is a child',
  cse: 'Child sexual exploitation',
  sudi: 'Sudden unexpected death of a child',
  childDeathOtherChildren: 'A child has died, abuse or neglect is suspected, and there are other children in the home',
  fii: 'Fabricated or induced illness',
  fgm: 'Female genital mutilation',
  forcedMarriage: 'Forced marriage',
  radicalisation: 'Radicalisation',
  riskyPersonJoinsOrContacts: 'A person posing a risk is joining the household or has regular contact',
  preBirth: 'An unborn child likely to need a child protection plan before birth',
  cpPlanInHousehold: 'The child lives in, or is born into, a home with a child on a child protection plan',
  cpPlanTransferIn: "A child on another area's child protection plan has moved in",
  fracture: 'Suspected fracture',
  bleeding: 'Bleeding',
  lossOfConsciousness: 'Loss of consciousness',
  severeBurn: 'Severe burn',
} as const;

export const complexReasonWords = {
  positionOfTrust: 'Allegation against staff, a volunteer, a carer or someone else in a position of trust',
  multiplePerpetrators: 'More than one alleged perpetrator',
  childrenFromDifferentFamilies: 'More than one child, from different families',
  organisedAbuse: 'Organised or multiple abuse',
  ritualAbuse: 'Ritual abuse',
  independentViewNeeded: 'An independent view is needed',
} as const;

export const yesNoWords = {
  forensicEvidenceNeeded: 'Is forensic evidence needed?',
  likelyCareAndSupportNeeds: 'Is the young person likely to need care and support as an adult?',
} as const;

type Circumstance = keyof typeof circumstanceWords;
export type Concern = keyof typeof concernWords;
export type ComplexReason = keyof typeof complexReasonWords;
export type YesNoFact = keyof typeof yesNoWords;

/** What may be written in the three lists. */
export type FactName = Circumstance | Concern | ComplexReason;

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
export type DerivedFact = (typeof derivedFacts)[number];

export type RuleFact = FactName | YesNoFact | DerivedFact;

const factWords: Readonly<Record<FactName, string>> = {
  ...circumstanceWords,
  ...concernWords,
  ...complexReasonWords,
};

export const factNames = Object.keys(factWords) as readonly FactName[];

/** Any name a rule may turn on. */
export const isRuleFact = (name: string): name is RuleFact =>
  Object.hasOwn(factWords, name) ||
  Object.hasOwn(yesNoWords, name) ||
  (derivedFacts as readonly string[]).includes(name);

export const isFactName = (name: string): name is FactName => Object.hasOwn(factWords, name);
