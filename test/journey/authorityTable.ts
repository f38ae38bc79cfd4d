/** Who may do what, when, as it should be: what a press of each button comes to, for each role, at each stage. */
import { handlers } from '../../src/teams/verbs.ts';
import { newcomer, outsider, personNamed } from '../teams/activities.ts';

export const stages = ['convened', 'inSession', 'decided', 'stoodDown'] as const;
export type Stage = (typeof stages)[number];
const open: readonly Stage[] = ['convened', 'inSession'];
const metOrDecided: readonly Stage[] = ['inSession', 'decided'];
const openOrDecided: readonly Stage[] = [...open, 'decided'];

export const takingPart = {
  'the convenor': personNamed('martin-okafor'),
  'the chair': personNamed('priya-shah'),
  'an invited social worker': personNamed('ellie-vaughan'),
  'an invited police officer': personNamed('tom-reyes'),
  'an invited health professional': personNamed('grace-mensah'),
  'a doctor who walked in': personNamed('anil-kapoor'),
} as const;
type Role = keyof typeof takingPart;
export const roles = Object.keys(takingPart) as readonly Role[];
export const lead: readonly Role[] = ['the convenor', 'the chair'];
const leadAndSocialWorker: readonly Role[] = [...lead, 'an invited social worker'];
const walkedIn: Role = 'a doctor who walked in';
/** Whoever convened it is in the chair unless somebody else is asked to, and then they are invited like anybody. */
const invited: readonly Role[] = roles.slice(1, -1);
const chair: readonly Role[] = ['the chair'];
const leadAndOwner: readonly Role[] = [...lead, 'an invited police officer'];

export const others = {
  'a manager of another team': personNamed('leon-baptiste'),
  'somebody never invited': personNamed('nadia-hussain'),
  'somebody of a school, not invited': personNamed('ruth-ellison'),
  'the referrer, not invited': personNamed('bea-cartwright'),
  'somebody in no directory': newcomer,
  'somebody of another organisation': outsider,
} as const;

/** What a press that counts carries, who may make it, and when it still can be made. */
interface Doing {
  readonly data: Readonly<Record<string, string>>;
  readonly by: readonly Role[];
  readonly at: readonly Stage[];
}
/** The one action there is from the meeting on, which the police officer has. */
const theFirst = { choice: '1' };
const at = { date: '2026-09-15', time: '09:45' };
/** These record something. */
const doings: Readonly<Record<string, Doing>> = {
  'reply.send': { data: { answer: 'acceptWithAuthority' }, by: invited, at: open },
  'takeReply.send': { data: { person: 'grace-mensah', answer: 'coming' }, by: leadAndSocialWorker, at: open },
  'attend.send': { data: { mode: 'teams', authority: 'yes' }, by: roles, at: open },
  'attendance.send': { data: { person: 'sam-whitlock', mode: 'phone', authority: 'yes' }, by: lead, at: open },
  'information.send': { data: { text: 'Known to us' }, by: roles, at: open },
  'emergency.send': {
    data: { action: 'Taken to the ward', takenBy: 'Police', ...at },
    by: leadAndSocialWorker,
    at: stages,
  },
  'notReached.send': { data: { what: 'whereaboutsUnknown', ...at }, by: leadAndSocialWorker, at: ['decided'] },
  'invite.send': {
    data: { name: 'Jane WHO', role: 'gp', agency: 'Highfield Surgery', email: 'jane.WHO@highfield.nhs.net' },
    by: lead,
    at: open,
  },
  'item.send': {
    data: { item: 'A-PS-4', as: 'notApplicable', text: 'English at home, says WHO' },
    by: leadAndSocialWorker,
    at: metOrDecided,
  },
  'agree.send': {
    data: { step: 'Send the chronology', person: 'tom-reyes', due: '2026-09-16' },
    by: leadAndSocialWorker,
    at: metOrDecided,
  },
  'action.send': { data: { ...theFirst, as: 'blocked', note: 'Away' }, by: leadAndOwner, at: metOrDecided },
  'newDate.send': { data: { ...theFirst, due: '2026-09-18', reason: 'Away' }, by: lead, at: metOrDecided },
  'decision.start': { data: {}, by: chair, at: ['inSession'] },
};
/** Whoever arrives opens the meeting: what they press while it is only convened is pressed last. */
export const arrivals = ['attend.send', 'attend.decide', 'attendance.send'];
/** These end or move the discussion, so whoever may does not press them here; the stories do. */
export const endings: Readonly<Record<string, Doing>> = {
  'reconvene.send': {
    data: { date: '2026-09-15', time: '16:00', where: 'Room 5', reason: 'Room taken' },
    by: lead,
    at: open,
  },
  'arrival.record': {
    data: { person: 'grace-mensah', what: 'joined', at: '2026-09-15T08:45:00.000Z' },
    by: lead,
    at: open,
  },
  'leave.send': { data: {}, by: roles, at: ['inSession'] },
  'leaving.send': { data: { person: 'sam-whitlock' }, by: lead, at: ['inSession'] },
  'standDown.send': { data: { because: 'other', reason: 'Entered twice' }, by: lead, at: open },
  'links.send': { data: {}, by: lead, at: stages },
  'handOn.send': { data: { ...theFirst, to: 'grace-mensah' }, by: leadAndOwner, at: metOrDecided },
};
/** These record nothing with what is sent here: whoever may gets a form, or is told what is missing. */
interface Going {
  readonly data?: Readonly<Record<string, string>>;
  readonly by: readonly Role[];
  readonly at: readonly Stage[];
  readonly is: 'form' | 'refused' | 'shown';
}
const each = (verbs: readonly string[], going: Going): Readonly<Record<string, Going>> =>
  Object.fromEntries(verbs.map((verb) => [verb, going]));
const goings: Readonly<Record<string, Going>> = {
  ...each(['enquiry.open', 'details.open', 'details.send', 'details.takeOut'], {
    by: leadAndSocialWorker,
    at: openOrDecided,
    is: 'form',
  }),
  ...each(['items.open'], { by: leadAndSocialWorker, at: metOrDecided, is: 'form' }),
  ...each(['item.open'], { data: { of: 'A-PS-4' }, by: leadAndSocialWorker, at: metOrDecided, is: 'form' }),
  ...each(['agree.open'], { by: leadAndSocialWorker, at: metOrDecided, is: 'form' }),
  ...each(['action.open'], { data: theFirst, by: roles, at: metOrDecided, is: 'form' }),
  ...each(['handOn.open'], { data: theFirst, by: leadAndOwner, at: metOrDecided, is: 'form' }),
  ...each(['newDate.open'], { data: theFirst, by: lead, at: metOrDecided, is: 'form' }),
  ...each(['handover.open'], { by: lead, at: openOrDecided, is: 'form' }),
  ...each(['scale.send'], { by: roles, at: stages, is: 'refused' }),
  ...each(['told.open'], { by: leadAndSocialWorker, at: stages, is: 'form' }),
  ...each(['told.send'], { by: leadAndSocialWorker, at: stages, is: 'refused' }),
  ...each(['enquiry.send'], { by: leadAndSocialWorker, at: openOrDecided, is: 'refused' }),
  ...each(['children.open'], { by: leadAndSocialWorker, at: open, is: 'form' }),
  ...each(['child.open', 'child.send', 'child.takeOut'], { by: leadAndSocialWorker, at: open, is: 'refused' }),
  ...each(['leaflet.open', 'leaflet.make'], {
    data: { language: 'en', file: 'pdf' },
    by: leadAndSocialWorker,
    at: ['decided'],
    is: 'form',
  }),
  ...each(['report.open', 'conference.open'], { by: leadAndSocialWorker, at: ['decided'], is: 'form' }),
  // Under the Practice Standards the gate says how it ended.
  ...each(['enquiryEnd.open', 'enquiryEnd.send'], { by: leadAndSocialWorker, at: [], is: 'refused' }),
  ...each(['report.send', 'conference.send'], { by: leadAndSocialWorker, at: ['decided'], is: 'refused' }),
  // Nothing has been reported, and so nothing can be checked.
  ...each(['check.open', 'check.send'], { by: lead, at: ['decided'], is: 'refused' }),
  ...each(['result.open', 'result.send'], { by: [], at: ['decided'], is: 'refused' }),
  // The child lives here: there is no other authority to ask, and nobody who has been.
  ...each(['transfer.open', 'transfer.send'], { by: leadAndSocialWorker, at: [], is: 'refused' }),
  ...each(['transferAnswer.open', 'transferAnswer.send'], { by: leadAndSocialWorker, at: stages, is: 'refused' }),
  ...each(['sign.open'], { by: chair, at: ['decided'], is: 'shown' }),
  ...each(['sign.send'], { by: chair, at: ['decided'], is: 'refused' }),
  ...each(['reopen.open', 'reopen.send'], { by: chair, at: ['decided'], is: 'refused' }),
  // Nobody has been asked to authorise it.
  ...each(['authorise.open', 'authorise.send'], { by: [], at: ['decided'], is: 'refused' }),
  // Nothing is signed: there is no record to be had.
  ...each(['record.open'], { by: roles, at: stages, is: 'refused' }),
  // What remains is said, and it is not closed over that.
  ...each(['close.open'], { by: lead, at: ['decided'], is: 'shown' }),
  ...each(['filing.open'], { by: lead, at: ['decided'], is: 'form' }),
  // Nothing is signed.
  ...each(['readers.open', 'readers.send'], { by: chair, at: ['decided'], is: 'refused' }),
  ...each(['filing.send'], { by: lead, at: ['decided'], is: 'refused' }),
  ...each(['callOff.open'], { by: lead, at: ['decided'], is: 'form' }),
  ...each(['close.send', 'callOff.send'], { by: lead, at: ['decided'], is: 'refused' }),
  ...each(['convene.next'], { by: lead, at: ['decided'], is: 'form' }),
  ...each(['correction.open'], { by: chair, at: ['decided'], is: 'shown' }),
  ...each(['decision.show', 'decision.restart'], { by: chair, at: ['inSession'], is: 'form' }),
  ...each(
    ['child', 'details', 'back', 'change', 'record'].map((page) => `decision.${page}`),
    { by: chair, at: ['inSession'], is: 'refused' },
  ),
};
const opening = (...of: readonly string[]): readonly string[] => of.map((form) => `${form}.open`);
/** Whoever may read it is shown these forms while they can be sent: who may send them is another matter. */
const formsUntilDecided = opening(
  ...['reply', 'takeReply', 'attend', 'attendance', 'information', 'leaving', 'scale', 'invite', 'reconvene'],
);
const forms = [...formsUntilDecided, ...opening('emergency', 'notReached')];
/** What can no longer be recorded by anybody is not asked for. */
const isOver = (verb: string, stage: Stage): boolean =>
  (stage === 'decided' || stage === 'stoodDown') && [...formsUntilDecided, 'children.open'].includes(verb);
/** About a message that was never sent to them. */
const aboutMessages = Object.keys(handlers).filter((verb) =>
  /^((notice|duty|substitute|disagreement|acceptance)\.|action\.done$)/.test(verb),
);

/** Without what our own card carries they cannot be read, whoever sends them; the stories of handing over and of correcting do. */
const unreadable = ['handover.send', 'takeover.send', 'correction.child', 'correction.record'];

const deedOf = (verb: string): Doing | Going | undefined => doings[verb] ?? endings[verb] ?? goings[verb];
export const dataOf = (verb: string): Readonly<Record<string, string>> => deedOf(verb)?.data ?? {};

/** `done`: recorded. `already`: it was before, and is confirmed. `form`: to be filled in. `shown`: to be read. */
export type Cell = 'done' | 'already' | 'form' | 'shown' | 'refused' | 'for others only' | 'not now' | 'not there';

export const expected = (verb: string, role: Role, stage: Stage): Cell => {
  // Recorded as present they may read it; of a discussion that is stood down nobody is.
  const isNobody = role === walkedIn && (stage === 'convened' || stage === 'stoodDown');
  if (isNobody || [...aboutMessages, ...unreadable].includes(verb)) return 'not there';
  if (verb.startsWith('leaflet.') && !leadAndSocialWorker.includes(role)) return 'not there';
  if (verb === 'delivery.show') return lead.includes(role) ? 'shown' : 'not there';
  if (isOver(verb, stage)) return 'not now';
  if (forms.includes(verb)) return 'form';
  // Where there is no form to open it says how the decision stands.
  if (verb === 'decision.show' && stage !== 'inSession') return 'shown';
  if (verb === 'attend.decide') return arriving(role, stage);
  if (verb === 'leave.send') return leaving(role, stage);
  // Whose it is not, and who does not lead, reads it.
  if (verb === 'action.open' && metOrDecided.includes(stage) && !leadAndOwner.includes(role)) return 'shown';
  const deed = deedOf(verb);
  if (deed === undefined) return 'shown';
  // Where nobody has met there is no action to be somebody’s.
  if ('choice' in dataOf(verb) && !deed.at.includes(stage)) return 'refused';
  if (!deed.by.includes(role)) return 'for others only';
  if (!deed.at.includes(stage)) return 'not now';
  return 'is' in deed ? deed.is : 'done';
};

/** Only whoever is recorded as here can leave, and once it is decided nobody does. */
const leaving = (role: Role, stage: Stage): Cell => {
  if (stage === 'inSession') return 'done';
  return stage === 'decided' && role !== 'the convenor' ? 'not now' : 'for others only';
};

/** Whoever is recorded as here still is. */
const arriving = (role: Role, stage: Stage): Cell => {
  if (stage === 'convened') return 'done';
  return stage === 'inSession' || (stage === 'decided' && role !== 'the convenor') ? 'already' : 'not now';
};
