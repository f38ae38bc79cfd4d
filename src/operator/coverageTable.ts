/**
 * Where each rule acts in the bot, and which story shows it; kept by hand, by kind of rule and, where a kind is not
 * enough, by rule. A rule acts when a command is refused by it, something is owed or asked because of it, or a person
 * is put on a form by it, and a story over HTTP shows that. What is only proved inside the program does not count.
 */
import type { Area, DeadlineName } from '../practice/language/parts.ts';
import type { RuleKind } from '../practice/language/rule.ts';
import { informs, story, type Standing } from './standing.ts';

const onForms = story('test/stories/rules-on-forms.test.ts');
const refuses = story('test/stories/rules-refuse.test.ts');
const inLetters = story('test/stories/rules-in-letters.test.ts');
const childSeen = story('test/stories/child-seen.test.ts');
const checksAndFamily = story('test/stories/checks-and-family.test.ts');
const howTheyMeet = story('test/stories/how-they-meet.test.ts');
const standingDown = story('test/stories/standing-down.test.ts');
const emergencyAsked = story('test/stories/emergency-asked.test.ts');
const actions = story('test/stories/actions.test.ts');
const atTheGate = story('test/stories/enquiry-gate.test.ts');
const signing = story('test/stories/signing.test.ts');

const inLeaflet = story('test/stories/leaflet.test.ts');

const onTheAgenda = story('test/stories/agenda.test.ts')(
  'is gone through item by item, in stages; each entry has who and when, and stands in the record (A-PS-1 to A-PS-10)',
);
const onDecision = onForms('asks all that a rule asks of it in its circumstances');
const onPeople = onForms('suggests everybody whom a rule would have invited in its circumstances');
const onOutcomes = onForms('offers every outcome of a rule, with its rule, and asks what each needs');
const onChair = onForms('is chosen from those whom the standard lets chair: %s, %j');
const joint = refuses('%s: what must be investigated jointly is not left without');
const underPracticeStandards = inLetters(
  'what falls due after a decision, each by its time (V-1, R-3, DL-1, DL-3, DL-6), and what is done at once (J-11, R-4)',
);
const underLiverpool = inLetters(
  'what falls due after a decision (DL-5, DL-3, DL-7, DL-6), and telling the referrer in person (N-2, N-6)',
);
const threeMonths = story('test/stories/three-months.test.ts')(
  'each discussion is held within 28 days of the one before, and all within three months (DL-8, DL-9)',
);
const scaled = story('test/stories/scaling.test.ts')(
  'each professional scores with a reason, both ends are explained, and the record has it without an average (SC-2, SC-3, SC-4)',
);
const whenConvening = informs('on the page of the people, while it is convened');

/** What a rule requires to be answered, by what it is about. */
export const byArea: Readonly<Record<Area, Standing>> = {
  urgency: onForms('Practice Standards have the urgency, the chair and what was weighed asked (X-3, CH-2, X-1)'),
  chairing: onForms('Practice Standards have the urgency, the chair and what was weighed asked (X-3, CH-2, X-1)'),
  complexBooking: refuses(
    'a discussion on an allegation against somebody in a position of trust waits for the referral form (CH-8)',
  ),
  invitation: story('test/stories/main-story.test.ts')(
    'under the Sandwell procedure, from the referral to the letter the absent referrer is owed',
  ),
  reply: story('test/journey/bad-input-session.test.ts')('without saying whether they can decide (Q-10)'),
  decline: story('test/journey/reply-page.test.ts')(
    'a substitute named by link is invited by e-mail when the chair confirms it, once',
  ),
  writtenInformation: story('test/journey/bad-input-session.test.ts')('information without actions'),
  decision: onDecision,
  plan: onDecision,
  family: onDecision,
  familyAfterwards: checksAndFamily(
    'the outcome is shared with the family afterwards, or why that is unsafe for the child (F-2)',
  ),
  familyConcern: onDecision,
  minorInjury: onDecision,
  medical: onDecision,
  fgm: onDecision,
  childSeen: childSeen(
    'not alone has one of six reasons and who was there; and it has a time, which can be (V-2, V-3)',
  ),
  parentalPermission: childSeen(
    'a child is seen without the knowledge of a parent for a reason, which may be another (V-7)',
  ),
  agencyChecks: checksAndFamily(
    'agencies are checked without consent for one of three reasons, and a manager authorises it by name (V-8)',
  ),
  emergencyAction: emergencyAsked(
    'planned action without a meeting or the child seen stands, with that to weigh, for whoever recorded it and for the chair (E-2)',
  ),
  thirdPartyDisclosure: onDecision,
  transfer: story('test/stories/home-authority.test.ts')(
    'under %s the council stays responsible until the home authority accepts in writing (H-3)',
  ),
  record: signing(
    'what the record lacks is named, with where to enter it, and nothing is signed until it is there (R-1)',
  ),
  action: actions(
    'without how it is reviewed, under a standard that asks that, and everybody then has it in the record (R-7)',
  ),
  signOff: signing('only the chair signs it (R-5, R-9)'),
  extension: story('test/stories/three-months.test.ts')(
    'past three months it is exceptional, and the Head of Service authorises it, or it is not decided (DL-10)',
  ),
  furtherDiscussion: story('test/stories/child-not-found.test.ts')(
    'the next discussion is decided with what the Head of Service said to it, by name (T-14)',
  ),
  scaling: informs('on the form where safety is scaled, before the score'),
  gate: atTheGate('goes through three hands, and those who lead hear the result (GT-5, GT-6, GT-7)'),
  s47Record: atTheGate('is not taken while something is missing: each by its rule (GT-1 to GT-4, GT-7)'),
};

export const byDeadline: Readonly<Record<DeadlineName, Standing>> = {
  recordUploadDueAt: signing('signed, and not put into the child’s file: the chair was reminded of that'),
  recordCirculationDueAt: inLetters('what falls due after a decision, each by its time (R-7, DL-3, DL-6)'),
  decisionsDueAt: inLetters('the decision of a complex meeting goes out within a day (R-8)'),
  minutesDueAt: signing(
    'minutes of a complex meeting are signed within five working days, whoever is to authorise them leaving meanwhile (R-6, R-8)',
  ),
  referrerNoticeDueAt: story('test/journey/main-story.test.ts')(
    'a strategy discussion from /strategy to the absent referrer’s outcome',
  ),
  absentAgencyNoticeDueAt: story('test/journey/main-story.test.ts')(
    'a strategy discussion from /strategy to the absent referrer’s outcome',
  ),
  writtenNoticeDueAt: inLetters('the referrer has it in writing within a day, or is telephoned by then (N-3)'),
  referrerMayChaseAfter: inLetters('a referrer who is not invited is told how to ask (N-4)'),
  childSeenDueAt: childSeen(
    'after the decision it is owed, and settled from the reminder, which asks when and how (V-1, V-2, V-3)',
  ),
  flagUnseenFrom: childSeen(
    '24 hours after the referral the card flags a child not seen, and no more once it is seen (V-1)',
  ),
  s47DueAt: story('test/stories/late-decision.test.ts')(
    'a decision recorded six days late is late at once: what is due counts from the meeting (N-1, DL-1)',
  ),
  urgentS47DueAt: inLetters('an enquiry of high concern has its shorter time (DL-2)'),
  icpcDueAt: underPracticeStandards,
  assessmentDueAt: underLiverpool,
  latestNextAt: threeMonths,
  concludeBy: threeMonths,
  furtherDiscussionDueAt: inLetters('after a decision, %s asks for a further discussion (%s)'),
};

export const byKind: Readonly<Record<Exclude<RuleKind, 'requirement' | 'deadline'>, Standing>> = {
  trigger: informs('on the page of the people: what calls for a discussion'),
  factors: standingDown('may be written down when standing down under %s, with what each may be about (X-2)'),
  factorPrompts: standingDown('may be written down when standing down under %s, with what each may be about (X-2)'),
  timescale: onForms('sets the time by %s in its circumstances'),
  chair: onChair,
  complexMeeting: onChair,
  seats: onForms('has a place for every seat, with its rule'),
  attendance: story('test/journey/bad-input-session.test.ts')('in writing, which fills no seat (S-4)'),
  invitee: onPeople,
  excluded: story('test/journey/bad-input-people.test.ts')('a parent'),
  format: howTheyMeet('offers a meeting, the telephone or a video call, when it is convened and at another time (M-2)'),
  agenda: onTheAgenda,
  outcome: onOutcomes,
  outcomeBar: onOutcomes,
  exclusion: refuses('outcomes that exclude each other are not taken together (O-11)'),
  jointInvestigation: joint,
  considerJoint: refuses('a minor injury to a child on a plan has a joint investigation considered (J-8)'),
  historicAllegation: refuses('an adult’s allegation goes to the police alone only once no child is in contact (J-12)'),
  scale: scaled,
  scaleAnalysis: story('test/stories/scaling.test.ts')(
    'a score without a reason is not taken; said again it replaces the one before (SC-3)',
  ),
  notice: underPracticeStandards,
  duty: inLetters('what the standard asks of an enquiry is in the letter of whoever carries it on (PL-6, V-4, F-6)'),
  escalation: inLetters('a disagreement between agencies goes to their senior managers (D-1)'),
  information: informs('read with the standard: practice rules'),
};

const homeAuthority = inLetters(
  'the home authority takes part, and it and every agency involved are told: %s (H-4, I-22)',
);
const mustBeHeld = refuses('%s: it is not stood down because the child was assessed lately, or the case is open');

/** Where its kind does not say it: by id. The same id is the same rule in every standard that has it. */
export const byRule: Readonly<Record<string, Standing>> = {
  'C-1': mustBeHeld,
  'C-2': mustBeHeld,
  'C-7': story('test/stories/urgency.test.ts')(
    'that the child was assessed lately is no reason to stand down where there is reasonable cause (C-7)',
  ),
  'C-8': refuses('after a plan in the past two years, a child protection referral starts an enquiry (C-8)'),
  'C-9': mustBeHeld,
  'C-10': mustBeHeld,
  'X-4': standingDown('is pointed out when standing down: %s'),
  'C-19': onTheAgenda,
  'CH-6': onForms('a chair whom the standard would rather see replaced is said on the last page (CH-6)'),
  'CH-7': inLetters('a complex meeting is agreed with the Safeguarding Service (CH-7)'),
  'Q-2': story('test/stories/not-in-the-directory.test.ts')(
    'an officer of another force takes the police seat, the card says that the directory does not know them, and the decision counts (Q-2)',
  ),
  'Q-4': story('test/stories/one-person-one-seat.test.ts')(
    'somebody in no directory, spelt in two ways, sits on one seat of two that want different people (Q-4)',
  ),
  'Q-9': story('test/stories/meeting-again.test.ts')(
    'a meeting without the police is held on time; the decision waits for the next one (Q-2, Q-9)',
  ),
  'Q-10': byArea.reply,
  'Q-11': story('test/stories/information-ready.test.ts')(
    'is asked in Teams; a no is taken, and whoever convened sees it on the card and is warned in time',
  ),
  'I-22': homeAuthority,
  'M-1': story('test/stories/urgency.test.ts')(
    'a telephone call alone needs a reason, unless the risk is immediate (M-1)',
  ),
  'M-3': refuses('a telephone call alone needs a reason (M-3)'),
  'M-4': story('test/stories/urgency.test.ts')('under Sandwell no reason makes a call enough for a complex case (M-4)'),
  'M-5': howTheyMeet('is the place unless it is changed: Sandwell meets at the Multi-Agency Safeguarding Hub'),
  'A-SA-16': onDecision,
  'P-2': story('test/journey/bad-input-decision.test.ts')('an outcome that is none: a conference (P-2)'),
  'J-10': refuses('one agency alone does not lead where it must be joint (J-10)'),
  'J-11': underPracticeStandards,
  'G-1': refuses('an enquiry into female genital mutilation is joint (G-1)'),
  'O-7': refuses('no further action waits until nobody has a safeguarding concern (O-7)'),
  'O-12': refuses('without harm, female genital mutilation has one of four outcomes (O-12)'),
  'MD-11': onTheAgenda,
  'E-1': story('test/stories/emergency-action.test.ts')(
    'it may come before the discussion, which then follows within 24 hours, and is recorded whoever is there (E-1, T-4)',
  ),
  'E-3': emergencyAsked(
    'police protection is weighed where the risk is not immediate, and everything stands in the record (E-3)',
  ),
  'E-4': onTheAgenda,
  'L-3': onTheAgenda,
  'H-1': whenConvening,
  'MD-3': whenConvening,
  'H-2': inLetters('the home authority is told at once, by whoever convenes (H-2)'),
  'H-4': homeAuthority,
  'F-5': inLeaflet('says what a meeting is, what happens next, their rights and whom to ring, and nothing of the case'),
  'F-8': inLeaflet('is the same for a family that is told nothing: it shows no sign of that (F-1)'),
  'SC-4': scaled,
  'V-6': childSeen('without a parent’s permission there is a reason and legal advice, or it is not recorded (V-6)'),
  'D-2': inLetters('a referrer who disagrees has the partnership’s procedure (D-2)'),
  'N-2': underLiverpool,
  'N-5': inLetters('without harm from female genital mutilation the referrer is told to stay alert (N-5)'),
  'N-6': inLetters('hears the outcome and nothing about anybody else under %s (N-6)'),
  'R-6': signing('it is on the standard form, somebody else of that rank is asked, and never whoever signs'),
  'R-10': signing('under %s the chair is asked to sign it, and it is not closed before (R-9, R-10)'),
  'R-7': inLetters(
    'what was agreed reaches those who took part at once, and agencies who did not, by the end of the next working day (R-7)',
  ),
  'DL-11': inLetters(
    'has a date and somebody who reviews it, or is not decided, and whoever chairs is reminded on the day: %s (O-6, DL-11)',
  ),
  'R-2': actions('without a step (R-2)'),
  'AC-3': atTheGate('shows the result of each action, which nobody types again (AC-3)'),
  'AC-1': actions('what is agreed is heard of, reminded of, blocked, handed on, overdue and done (R-7, AC-1)'),
};
