/** What is entered in the demonstration, by the question's id. Where it hangs on the time, it is a function of now. */
const zone = { timeZone: 'Europe/London' };
const london = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' });

/** The London date and time, as inputs want them. */
const wall = (at) => {
  const [date, time] = london.format(at).split(' ');
  return { date, time };
};
const minutesBefore = (now, minutes) => new Date(now.getTime() - minutes * 60_000);
const daysAfter = (now, days) => new Date(now.getTime() + days * 86_400_000);

/** A boy of three, who is at nursery whenever this is watched. */
export const child = (now) => ({
  name: 'Jo Sample',
  initials: 'J.S.',
  birthDate: wall(daysAfter(now, -1_220)).date,
});

/** A little earlier, and the same day: some limits end with the day the referral came. */
export const referral = (now) => {
  const today = wall(now);
  const earlier = wall(minutesBefore(now, 40));
  return {
    receivedDate: today.date,
    receivedTime: earlier.date === today.date ? earlier.time : '00:00',
    referrerName: 'Carol Tench',
    referrerAgency: 'Little Acorns Nursery',
    referrerEmail: 'carol@littleacorns.example',
  };
};

export const concern =
  'Bruises on both upper arms, seen at nursery this morning. His mother says that he fell. His sister, 7, is at Meadow Lane Primary School.';

export const weighed = {
  'asked.urgency.urgencySetBy': 'Priya Shah',
  'asked.urgency.urgencyReason': 'Bruising that the explanation does not fit, on a boy of three who goes home today',
  'asked.factors.seriousness': 'Bruising to both arms that the explanation does not fit',
  'asked.factors.repetitionOrDuration': 'The second injury in a month',
  'asked.factors.childVulnerability': 'Three years old, with little speech yet',
  'asked.factors.source': 'The nursery manager, who saw the bruises herself',
  'asked.factors.accumulationPattern': 'A bruise to the face last month, noted by the nursery',
  'asked.factors.livingContext': 'A sister of seven at home; mother’s new partner moved in last month',
  'asked.factors.familyPredisposing': 'None known yet; checks are under way',
};

/** Almost at once, and the same day: some limits end with the day. */
const soon = (now) => {
  const then = wall(minutesBefore(now, -2));
  return then.date === wall(now).date ? then : { ...wall(now), time: '23:59' };
};

export const meeting = (now) => ({
  ...soon(now),
  format: 'meeting',
  where: 'Room 4, Civic Centre, or telephone 01632 960123',
});

export const information =
  'Seen at home on Monday: a bruise on his left arm. His mother said then that he fell from his bed. Her partner has lived there for a month.';

export const decision = {
  s47: 'yes',
  reasons: 'Bruising to both arms of a boy of three, the second injury in a month. The explanation does not fit.',
  outcomes: ['s47Joint'],
  family: 'told',
  familyWhat: 'Ellie Vaughan and a police officer explain the enquiry to his mother at the visit today.',
};

/** A working day in about two weeks. Bank holidays do not matter: it is provisional. */
const conference = (now) => {
  const days = [12, 13, 14].map((count) => daysAfter(now, count));
  return wall(days.find((day) => !['Sat', 'Sun'].includes(weekday.format(day)))).date;
};
const weekday = new Intl.DateTimeFormat('en-GB', { ...zone, weekday: 'short' });

/** Procedures ask different questions; those that are not asked are not answered. */
export const plan = (now) => ({
  'outcome.s47Joint.risks': 'Further injury to Jo, or to his sister',
  'outcome.s47Joint.policeLead': 'DI Tom Reyes',
  'outcome.s47Joint.socialWorkLead': 'Ellie Vaughan',
  'plan.riskAreas': 'Physical harm; who looks after the children, and when',
  'plan.actions':
    'Joint visit today (Ellie Vaughan, police). Medical today (Dr Kapoor). Sister seen at school today (Ellie Vaughan).',
  'plan.criminalInvestigation': 'Led by the police, starting today; interviews are planned together',
  'plan.immediateAction':
    'With their mother’s agreement both children stay with their grandmother tonight (Ellie Vaughan, today, checks first)',
  'plan.legalAction': 'None now; advice at once if the agreement ends',
  'plan.icpcProvisionalDate': conference(now),
  'plan.leadQualified': 'yes',
  'plan.furtherInformation':
    'GP and health visitor, police checks on the adults: by tomorrow, recorded by Ellie Vaughan',
  'plan.interviews':
    'Jo and his sister, jointly, by trained interviewers, tomorrow; his mother and her partner by the police',
  'plan.childSeenAlone': 'Today at the nursery, by Ellie Vaughan, with a police officer',
  'plan.otherChildren': 'His sister, 7, seen at school today',
  'plan.childrenInOtherHouseholds': 'None known; the police check today',
  'plan.cooperation': 'His grandmother, who has agreed',
  'answer.urgentEnquiry': 'no',
  'answer.s47DecisionBy': 'Priya Shah, team manager',
  'answer.epoDecision': 'no',
  'further.medical.medicalDecision': 'needed',
  'further.medical.seenSameDay': 'yes',
  'further.medical.consentFrom': 'pr',
  'further.familyConcern.concernTold': 'yes',
  'further.thirdPartyDisclosure.discloseToThirdParty': 'no',
});
