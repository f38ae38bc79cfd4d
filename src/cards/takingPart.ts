/**
 * What people can do in a discussion, on a card of its own in the thread. It is posted once and never changed: a form
 * somebody has opened on it stays open, with what they typed, however often the agenda above it changes.
 */
import { z } from 'zod';
import { may, type Deed } from '../discussion/commands/authority.ts';
import { capacitiesOf } from '../discussion/commands/capacity.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import { isClosed } from '../discussion/matter/settled.ts';
import { stillOurs } from '../discussion/matter/responsibility.ts';
import { endedByHand } from '../discussion/matter/enquiryEnd.ts';
import { enquiredInto } from '../discussion/matter/gate.ts';
import { asksOfEnquiry } from '../discussion/matter/enquiry.ts';
import { couldTakeSeat } from '../discussion/matter/standingIn.ts';
import {
  attendanceOf,
  hasMet,
  invitationOf,
  isHereNow,
  participants,
  type Discussion,
} from '../discussion/state/discussion.ts';
import type { Actor } from '../discussion/state/people.ts';
import type { Practice } from '../practice/practice.ts';
import { hour, plusMillis, type Instant } from '../practice/time/instant.ts';
import { closedLines } from '../words/closingWords.ts';
import { decisionLines } from '../words/decisionLines.ts';
import { impliedInFull } from '../words/impliedWords.ts';
import { signingLines } from '../words/signingWords.ts';
import { whereTheyStand } from '../words/whereTheyStand.ts';
import { fitsGate } from './gateButtons.ts';
import { fitsRecord } from './signingButtons.ts';
import { inPart, plain, said, template, type Card } from './bind.ts';

const button = z.object({ title: plain, verb: plain, style: z.enum(['default', 'positive']) });
const bind = template(
  'taking-part',
  z.object({
    reference: plain,
    nonce: plain,
    /** Teams ids of those whose client shows their own buttons by itself. */
    viewers: z.array(plain),
    lines: z.array(said),
    groups: z.array(z.object({ heading: z.array(said), buttons: z.array(button) })),
  }),
);

type Stage = Discussion['stage'];

interface Part {
  readonly title: string;
  readonly verb: string;
  readonly deed: Deed;
  readonly stages: readonly Stage[];
  /** A row of its own each: clients cut a longer row short. */
  readonly row: (typeof rows)[number];
}
const rows = ['arriving', 'contributing', 'conducting', 'leading', 'ending', 'telling'] as const;

const open: readonly Stage[] = ['convened', 'inSession'];
const decided: readonly Stage[] = ['decided'];
const always: readonly Stage[] = [...open, 'decided', 'stoodDown'];
const within =
  (row: Part['row']) =>
  (title: string, verb: string, deed: Deed, stages = open): Part => ({ title, verb, deed, stages, row });
const arriving = within('arriving');
const contributing = within('contributing');
const conducting = within('conducting');
const leading = within('leading');
const ending = within('ending');
const telling = within('telling');

/** For whoever takes part, at every stage. */
const readWhatWasSaid = { title: 'Read what was said', verb: 'said.open', style: 'default' as const };

/** what has been agreed to be done, and by whom. */
const readActions = { title: 'Actions', verb: 'actions.open', style: 'default' as const };

/** E-1: never further away than one press, whatever has been decided. */
const emergency = contributing('Emergency action', 'emergency.open', 'recordEmergencyAction', always);

const parts: readonly Part[] = [
  arriving('Reply to the invitation', 'reply.open', 'accept'),
  arriving('I am here, I can decide for my agency', 'attend.decide', 'attend'),
  arriving('I am here', 'attend.open', 'attend'),
  arriving('I am leaving', 'leave.send', 'leave', ['inSession']),
  contributing('Add information', 'information.open', 'shareInformation'),
  emergency,
  contributing('Scale safety', 'scale.open', 'scaleSafety', ['inSession']),
  contributing('Add or correct a child', 'children.open', 'changeChildren'),
  contributing('Details of child and household', 'details.open', 'recordDetails', [...open, ...decided]),
  contributing('Child and family', 'enquiry.open', 'recordEnquiry', [...open, ...decided]),
  telling(readWhatWasSaid.title, readWhatWasSaid.verb, 'read', always),
  telling(readActions.title, readActions.verb, 'read', always),
  conducting('Go through the agenda', 'items.open', 'enterAgendaItem', ['inSession', ...decided]),
  conducting('Record somebody leaving', 'leaving.open', 'recordDepartureOfOthers', ['inSession']),
  leading('Record an answer by telephone', 'takeReply.open', 'takeReply'),
  leading('Record attendance', 'attendance.open', 'recordAttendanceOfOthers'),
  leading('Open the decision form', 'decision.start', 'openDecision'),
  leading('Change the time', 'reconvene.open', 'reconvene'),
  leading('Invite somebody else', 'invite.open', 'invite'),
  telling('Record a telephone call', 'told.open', 'recordTelephoneCall', always),
  telling('Stop the reply links', 'links.stop', 'stopReplyLinks', always),
  telling('Hand over', 'handover.open', 'handOver', [...open, ...decided]),
  contributing('Leaflet for the family', 'leaflet.open', 'makeLeaflet', decided),
  telling('Get the record', 'record.open', 'getRecord', decided),
  contributing('The child has not been reached', 'notReached.open', 'reportNotReached', decided),
  ending('Report on the enquiry', 'report.open', 'reportEnquiry', decided),
  ending('Check the enquiry', 'check.open', 'checkEnquiry', decided),
  ending('Record the result', 'result.open', 'recordResult', decided),
  ending('How the enquiry ended', 'enquiryEnd.open', 'endEnquiry', decided),
  ending('Read and sign the record', 'sign.open', 'signRecord', decided),
  ending('Put the record right', 'reopen.open', 'reopenRecord', decided),
  ending('Read and authorise the record', 'authorise.open', 'authoriseRecord', decided),
  ending('Conference', 'conference.open', 'recordConference', decided),
  ending('Home authority', 'transfer.open', 'askTransfer', [...open, ...decided]),
  ending('Who may read it on a page', 'readers.open', 'letReadRecord', decided),
  ending('File the record', 'filing.open', 'recordFiling', decided),
  ending('Close', 'close.open', 'close', decided),
  leading('Add an action', 'agree.open', 'agreeAction', decided),
  leading('Correct the decision', 'correction.open', 'correctDecision', decided),
  leading('Convene the next discussion', 'convene.next', 'convene', decided),
];

/** For the card in the thread: nobody's own, so all that an open discussion can ask of somebody. */
const forEverybody = parts.filter(
  (part) => part === emergency || (part.stages.includes('convened') && !part.stages.includes('decided')),
);

const inRow = (row: Part['row']) => forEverybody.filter((one) => one.row === row).map((one) => shown(one, null));

/** For whoever is above the number of those whose client asks by itself. */
const ownButtons = { title: 'Show what I can do', verb: 'part.show', style: 'default' as const };

/** The card as it is posted. The client of each viewer replaces it by their own, {@link partOf}. */
export const takingPartCard = (d: Discussion, viewers: readonly string[]): Card =>
  bind({
    reference: d.reference,
    nonce: d.reference,
    viewers,
    lines: ['What you type here stays until you send it.'],
    groups: [
      { heading: [], buttons: inRow('arriving') },
      { heading: [], buttons: inRow('contributing') },
      { heading: [], buttons: [readWhatWasSaid, readActions, ownButtons] },
      { heading: ['For whoever chairs'], buttons: inRow('leading') },
    ],
  });

/** Why a button kept from before opens nothing now: its form could only be refused, once it was filled in. */
export const tooLateToOpen = (verb: string, { stage }: Discussion): Refusal | null => {
  if (stage !== 'decided' && stage !== 'stoodDown') return null;
  const part = parts.find((one) => one.verb === verb && verb.endsWith('.open'));
  return part === undefined || part.stages.includes('decided') ? null : { code: 'tooLate', command: part.deed, stage };
};

/** What this person can do now; what they press is checked all the same. */
export const partOf = (d: Discussion, practice: Practice, actor: Actor, now: Instant): Card => {
  const held = capacitiesOf(d, actor);
  const offered = parts.filter(
    ({ deed, stages, verb }) =>
      stages.includes(d.stage) && may(deed, held) && isStillToDo(verb, d, actor) && isAsked(verb, d, actor, practice),
  );
  const first = firstOf(offered, d, actor, now);
  const { refresh: _shownAlready, ...card } = bind({
    reference: d.reference,
    nonce: `${d.reference}.${d.version}`,
    viewers: [],
    lines:
      d.stage === 'decided'
        ? [...closedLines(d), ...decisionLines(d, practice), ...signingLines(d)]
        : [whereTheyStand(d, actor), ...whatFollows(d, practice)],
    groups: rows
      .map((row) => offered.filter((one) => one.row === row))
      .filter((group) => group.length > 0)
      .map((group) => ({
        heading: [],
        buttons: group.map((one) => ({ ...shown(one, first), title: titleFor(one, d, actor) })),
      })),
  });
  return card;
};

const shown = (one: Part, first: Part | null) => ({
  title: one.title,
  verb: one.verb,
  style: one === first ? ('positive' as const) : ('default' as const),
});

const titleFor = ({ title, verb }: Part, d: Discussion, { personId }: Actor): string =>
  verb === 'attend.open' && isHereNow(d, personId) ? 'Change how I am taking part' : title;

const isStillToDo = (verb: string, d: Discussion, { personId }: Actor): boolean => {
  const here = attendanceOf(d).find(({ participant }) => participant.personId === personId);
  if (verb === 'reply.open') return here === undefined;
  if (verb === 'leave.send') return isHereNow(d, personId);
  return verb !== 'attend.decide' || here?.hasAuthority !== true || here.leftAt !== undefined;
};

/** V-*, F-2, SC-*: not every standard asks when a child was seen, or how safe it is. Q-10: authority is asked for the seats of the minimum. */
const isAsked = (verb: string, d: Discussion, actor: Actor, practice: Practice): boolean => {
  if (verb === 'enquiry.open') return asksOfEnquiry(d, practice);
  if (isClosed(d) && !afterClosing.includes(verb)) return false;
  if (verb === 'transfer.open') return stillOurs(d, practice).length > 0;
  if (verb === 'enquiryEnd.open') return d.stage === 'decided' && endedByHand(d, practice).length > 0;
  if (verb === 'conference.open') return d.stage === 'decided' && enquiredInto(d).length > 0;
  if (!fitsRecord(verb, d, actor) || !fitsGate(verb, d, practice)) return false;
  if (verb === 'scale.open') return assessed(d, practice).scale !== null;
  if (verb === readActions.verb) return d.actions.length > 0 || hasMet(d);
  const who = participants(d).find(({ personId }) => personId === actor.personId) ?? actor;
  return verb !== 'attend.decide' || couldTakeSeat(d, practice, who);
};

/** What can still be done about one that is closed: it is read, and another may follow it. E-1: emergency action. */
const afterClosing: readonly string[] = [
  emergency.verb,
  readWhatWasSaid.verb,
  readActions.verb,
  'record.open',
  'told.open',
  'convene.next',
];

/** How long before a meeting whoever is to be there is offered first to say that they are. */
const soon = hour;

/** Hours ahead nobody is there yet, as a rule. */
export const isEarly = ({ stage, meeting }: Discussion, now: Instant): boolean =>
  stage !== 'inSession' && now < plusMillis(meeting.startsAt, -soon);

/** What is next for this person: to reply, to say that they are here; for a chair who is here, to decide, and then to agree who does what. */
const firstOf = (offered: readonly Part[], d: Discussion, { personId }: Actor, now: Instant): Part | null => {
  const named = (verb: string): Part | null => offered.find((one) => one.verb === verb) ?? null;
  if (isHereNow(d, personId)) return named('decision.start') ?? named('agree.open');
  if (!isEarly(d, now)) {
    return named('attend.decide') ?? named('attend.open');
  }
  return invitationOf(d, personId)?.reply.answer === 'awaited' ? named('reply.open') : null;
};

/** The longest reason shown; the record keeps all of it. */
const longestReason = 500;

/** T-2: what was taken from what, and why an urgency was set aside. The agenda, which everybody sees, says only that. */
const whatFollows = (d: Discussion, practice: Practice): readonly string[] =>
  open.includes(d.stage)
    ? assessed(d, practice).implied.map((implied) => inPart(impliedInFull(implied, d.facts), longestReason))
    : [];
