/** Who may do what, when: every button of ours pressed by everybody at every stage, each cell against what is written here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/rehearsal/activity.ts';
import { handlers } from '../../src/teams/verbs.ts';
import { deliver, newcomer, outsider, personNamed, pressed, said } from '../teams/activities.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

const stages = ['convened', 'inSession', 'decided', 'stoodDown'] as const;
type Stage = (typeof stages)[number];
const open: readonly Stage[] = ['convened', 'inSession'];
const metOrDecided: readonly Stage[] = ['inSession', 'decided'];
const openOrDecided: readonly Stage[] = [...open, 'decided'];

const takingPart = {
  'the convenor': personNamed('martin-okafor'),
  'the chair': personNamed('priya-shah'),
  'an invited social worker': personNamed('ellie-vaughan'),
  'an invited police officer': personNamed('tom-reyes'),
  'an invited health professional': personNamed('grace-mensah'),
} as const;
type Role = keyof typeof takingPart;
const roles = Object.keys(takingPart) as readonly Role[];
const lead: readonly Role[] = ['the convenor', 'the chair'];
const leadAndSocialWorker: readonly Role[] = [...lead, 'an invited social worker'];
/** Whoever convened it is in the chair unless somebody else is asked to, and then they are invited like anybody. */
const invited: readonly Role[] = roles.slice(1);
const chair: readonly Role[] = ['the chair'];
const leadAndOwner: readonly Role[] = [...lead, 'an invited police officer'];

const others = {
  'a manager of another team': personNamed('leon-baptiste'),
  'somebody never invited': personNamed('nadia-hussain'),
  'a nursery nurse of the referrer’s agency': personNamed('ruth-ellison'),
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
const arrivals = ['attend.send', 'attend.decide', 'attendance.send'];
/** These end or move the discussion, so whoever may does not press them here; the stories do. */
const endings: Readonly<Record<string, Doing>> = {
  'reconvene.send': {
    data: { date: '2026-09-15', time: '16:00', where: 'Room 5', reason: 'Room taken' },
    by: lead,
    at: open,
  },
  'standDown.send': { data: { because: 'other', reason: 'Entered twice' }, by: lead, at: open },
  'links.send': { data: {}, by: lead, at: stages },
  'handover.send': {
    data: { part: 'chair', person: 'leon-baptiste', reason: 'On leave', seen: '0' },
    by: lead,
    at: openOrDecided,
  },
  'takeover.send': { data: { reason: 'The chair is away', seen: '0' }, by: lead, at: openOrDecided },
  'handOn.send': { data: { ...theFirst, to: 'grace-mensah' }, by: leadAndOwner, at: metOrDecided },
};
/** For those who carry the case. */
const pages = (verbs: readonly string[], stagesOf: readonly Stage[]) =>
  Object.fromEntries(verbs.map((verb) => [verb, { by: leadAndSocialWorker, at: stagesOf }] as const));
/** For some of those taking part only; they record nothing by themselves. */
const pagesFor: Readonly<Record<string, Omit<Doing, 'data'> & Partial<Pick<Doing, 'data'>>>> = {
  'agree.open': { by: leadAndSocialWorker, at: metOrDecided },
  'action.open': { data: theFirst, by: roles, at: metOrDecided },
  'handOn.open': { data: theFirst, by: leadAndOwner, at: metOrDecided },
  'newDate.open': { data: theFirst, by: lead, at: metOrDecided },
  'enquiry.open': { by: leadAndSocialWorker, at: openOrDecided },
  'enquiry.send': { by: leadAndSocialWorker, at: openOrDecided },
  ...pages(['children.open', 'child.open', 'child.send', 'child.takeOut'], open),
  ...pages(['details.open', 'details.send', 'details.takeOut'], openOrDecided),
  'attend.decide': { by: roles, at: open },
  'decision.record': { by: chair, at: ['inSession'] },
  'convene.next': { by: lead, at: ['decided'] },
  'handover.open': { by: lead, at: openOrDecided },
  ...Object.fromEntries(
    ['child', 'details', 'back', 'change', 'restart'].map((page) => [
      `decision.${page}`,
      { by: chair, at: ['inSession'] as const },
    ]),
  ),
};
/** About a message that was never sent to them. */
const aboutMessages = Object.keys(handlers).filter((verb) =>
  /^((notice|duty|substitute|disagreement)\.|action\.done$)/.test(verb),
);

type Cell = 'done' | 'shown' | 'for others only' | 'not now' | 'not there';

const expected = (verb: string, role: Role, stage: Stage): Cell => {
  if (aboutMessages.includes(verb)) return 'not there';
  if (verb === 'delivery.show') return lead.includes(role) ? 'shown' : 'not there';
  // Where there is no form to open it says how the decision stands.
  if (verb === 'decision.show') return stage === 'inSession' && role !== 'the chair' ? 'for others only' : 'shown';
  // Whoever is recorded as here still is.
  if (verb === 'attend.decide' && stage === 'decided' && role !== 'the convenor') return 'shown';
  const doing = doings[verb] ?? endings[verb] ?? pagesFor[verb];
  if (doing === undefined) return 'shown';
  // Before anybody has met there is no action to be somebody’s.
  if ('choice' in (doing.data ?? {}) && !doing.at.includes(stage)) return 'not now';
  if (!doing.by.includes(role)) return 'for others only';
  if (!doing.at.includes(stage)) return 'not now';
  return verb in doings ? 'done' : 'shown';
};

const toStage = async (council: Council, stage: Stage): Promise<string> => {
  const { reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    people: { 'seat.chair': 'priya-shah' },
    meeting: { time: '10:30' },
  });
  const manager = council.as('priya-shah');
  const agenda = await agendaOf(council);
  if (stage === 'inSession' || stage === 'decided') await arrive(council, everybodyNeeded);
  if (stage === 'inSession' || stage === 'decided') {
    const data = { reference, nonce: 'x', ...doings['agree.send']?.data };
    await manager.forge(agenda, { type: 'Action.Execute', verb: 'agree.send', data });
  }
  if (stage === 'decided') {
    let form = await openDecision(council);
    form = await manager.press(form, 'Continue', firstPageOfDecision);
    form = await manager.press(form, 'Continue', planOfJointEnquiry);
    await manager.press(form, 'Record the decision');
  }
  if (stage === 'stoodDown') {
    const data = { reference, nonce: 'x', ...endings['standDown.send']?.data };
    await manager.forge(agenda, { type: 'Action.Execute', verb: 'standDown.send', data });
  }
  return reference;
};

describe.each(stages)('at the stage “%s”', (stage) => {
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await startCouncil();
    reference = await toStage(council, stage);
  }, 60_000);
  afterAll(async () => {
    expect(council.faults).toEqual([]);
    await council.stop();
  });

  const versionNow = async (): Promise<number> =>
    (await recordOf(council, reference)).commits.filter(({ actor }) => actor.via !== 'system').length;
  const press = async (who: typeof newcomer, verb: string, about: string): Promise<string> => {
    const data = (doings[verb] ?? endings[verb] ?? pagesFor[verb])?.data ?? {};
    const typed = Object.fromEntries(Object.entries(data).map(([name, text]) => [name, text.replace('WHO', who.id)]));
    const action = { verb, data: { ...typed, reference: about, nonce: `${who.id}.${verb}` } } as Activity;
    const { body } = await deliver(council, pressed(council, who, action));
    const { value } = (body ?? {}) as { value?: unknown };
    const text = typeof value === 'string' ? value : textOf(value);
    return text.replaceAll(about, 'REF').replaceAll(/\s+/g, ' ');
  };

  /** What a press came to, by what is recorded and what the person reads. */
  const outcome = async (who: typeof newcomer, verb: string): Promise<Cell> => {
    const before = await versionNow();
    const text = await press(who, verb, reference);
    if ((await versionNow()) > before) return 'done';
    if (text === (await press(who, verb, 'SD-222222'))) return 'not there';
    if (/Only [^.]+ can /.test(text)) return 'for others only';
    return /That cannot be done|decision has been recorded, so|was stood down|no decision yet|Nobody is recorded|Nobody has met/i.test(
      text,
    ) && !['agenda.read', 'agenda.show', 'part.show', 'decision.show', 'said.open'].includes(verb)
      ? 'not now'
      : 'shown';
  };

  it.each(roles)('%s', { timeout: 60_000 }, async (role) => {
    const wrong: string[] = [];
    for (const verb of Object.keys(handlers)) {
      const wanted = expected(verb, role, stage);
      const isLeftOut = verb in endings || (stage === 'convened' && arrivals.includes(verb));
      if (isLeftOut && ['shown', 'done'].includes(wanted)) continue;
      const is = await outcome(takingPart[role], verb);
      if (is !== wanted) wrong.push(`${verb}: ${is}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  it.runIf(stage === 'convened')('and whoever takes part may say that they are here', async () => {
    for (const role of roles) expect(await outcome(takingPart[role], 'attend.send'), role).toBe('done');
    for (const role of lead) expect(await outcome(takingPart[role], 'attendance.send'), role).toBe('done');
  });

  it.each(Object.entries(others))(
    '%s finds nothing there, and changes nothing',
    { timeout: 60_000 },
    async (_who, who) => {
      const before = await versionNow();
      const wrong: string[] = [];
      for (const verb of Object.keys(handlers)) {
        const text = await press(who, verb, reference);
        if (text !== (await press(who, verb, 'SD-222222'))) wrong.push(`${verb}: ${text}`);
      }
      // Somebody in no directory has no chat with the bot yet to be answered in.
      for (const word of who === newcomer ? [] : ['show', 'cancel']) {
        const typed = said(council, who, `/strategy ${word} ${reference}`, { targeted: true });
        expect((await deliver(council, typed)).status).toBe(200);
      }
      expect(wrong).toEqual([]);
      expect(await versionNow()).toBe(before);
    },
  );
});
