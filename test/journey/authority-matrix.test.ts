/** Who may do what, when: every button of ours pressed by everybody at every stage, each cell against authorityTable.ts. */
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/rehearsal/activity.ts';
import { handlers } from '../../src/teams/verbs.ts';
import { deliver, newcomer, pressed, said } from '../teams/activities.ts';
import {
  arrivals,
  dataOf,
  endings,
  expected,
  lead,
  others,
  roles,
  stages,
  takingPart,
  type Cell,
  type Stage,
} from './authorityTable.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

const toStage = async (council: Council, stage: Stage): Promise<string> => {
  const { reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    referral: {
      referrerName: 'Bea Cartwright',
      referrerAgency: 'Exampleshire Community NHS Trust',
      referrerEmail: 'bea.cartwright@exampleshire.nhs.net',
    },
    people: { 'seat.chair': 'priya-shah', inviteReferrer: 'false' },
    meeting: { time: '10:30' },
  });
  const manager = council.as('priya-shah');
  const agenda = await agendaOf(council);
  if (stage === 'inSession' || stage === 'decided') await arrive(council, everybodyNeeded);
  if (stage === 'inSession' || stage === 'decided') {
    const data = { reference, nonce: 'x', ...dataOf('agree.send') };
    await manager.forge(agenda, { type: 'Action.Execute', verb: 'agree.send', data });
  }
  if (stage !== 'convened') {
    const data = { reference, nonce: 'walkedIn', person: 'anil-kapoor', mode: 'inPerson', authority: 'yes' };
    await manager.forge(agenda, { type: 'Action.Execute', verb: 'attendance.send', data });
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

/** Of the sentences that refuse, those that say that it is too late or too early. */
const notNow =
  /decision has been recorded, so|was stood down|no decision yet|Nobody is recorded|There is nothing to record here now|Nobody has met/;

interface Answered {
  readonly text: string;
  readonly isForm: boolean;
}

describe.each(stages)('at the stage “%s”', (stage) => {
  let council: Council;
  let reference: string;
  let records: DatabaseSync;
  let recorded: StatementSync;
  /** How much people have recorded. */
  const versionNow = (): number => Number(recorded.get(reference)?.n);
  beforeAll(async () => {
    council = await startCouncil();
    reference = await toStage(council, stage);
    records = new DatabaseSync(join(council.dataDir, 'strategy.sqlite'), { readOnly: true });
    recorded = records.prepare(`SELECT count(*) AS n FROM commits
      WHERE discussion_id = ? AND json_extract(json, '$.commit.actor.via') <> 'system'`);
    expect(versionNow()).toBeGreaterThan(0);
  }, 60_000);
  afterAll(async () => {
    records.close();
    expect(council.faults).toEqual([]);
    await council.stop();
  });

  const press = async (who: typeof newcomer, verb: string, about: string, data = dataOf(verb)): Promise<Answered> => {
    const typed = Object.fromEntries(Object.entries(data).map(([name, text]) => [name, text.replace('WHO', who.id)]));
    const action = { verb, data: { ...typed, reference: about, nonce: `${who.id}.${verb}` } } as Activity;
    const { body } = await deliver(council, pressed(council, who, action));
    const { value } = (body ?? {}) as { value?: unknown };
    const text = typeof value === 'string' ? value : textOf(value);
    return {
      text: text.replaceAll(about, 'REF').replaceAll(/\s+/g, ' '),
      isForm: JSON.stringify(value).includes('"type":"Input.'),
    };
  };

  /** What a press came to, by what is recorded and what the person reads. */
  const outcome = async (who: typeof newcomer, verb: string, data = dataOf(verb)): Promise<Cell> => {
    const before = versionNow();
    const { text, isForm } = await press(who, verb, reference, data);
    if (versionNow() > before) return 'done';
    if (text.startsWith('✔ ')) return 'already';
    if (text === (await press(who, verb, 'SD-222222', data)).text) return 'not there';
    const isProblem = /^(That cannot be done|There is a problem)/.test(text);
    if (!isProblem) return isForm ? 'form' : 'shown';
    if (/Only [^.]+ can /.test(text)) return 'for others only';
    return notNow.test(text) ? 'not now' : 'refused';
  };

  it.each(roles)('%s', { timeout: 60_000 }, async (role) => {
    const wrong: string[] = [];
    for (const verb of Object.keys(handlers)) {
      const wanted = expected(verb, role, stage);
      const isLeftOut = verb in endings || (stage === 'convened' && arrivals.includes(verb));
      if (isLeftOut && wanted === 'done') continue;
      const is = await outcome(takingPart[role], verb);
      if (is !== wanted) wrong.push(`${verb}: ${is}, not ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });

  it.runIf(stage === 'convened')('and whoever takes part may say that they are here', async () => {
    const takePart = roles.filter((role) => expected('attend.send', role, stage) === 'done');
    for (const role of takePart) expect(await outcome(takingPart[role], 'attend.send'), role).toBe('done');
    for (const role of lead) expect(await outcome(takingPart[role], 'attendance.send'), role).toBe('done');
  });

  it.runIf(stage === 'decided')('the referrer answers what they were sent, and nobody does it for them', async () => {
    const { notices } = await recordOf(council, reference);
    const sent = notices.find(({ notice: { kind, recipient } }) => kind === 'outcome' && recipient.to === 'referrer');
    const about = { notice: sent?.notice.id ?? 'none', text: 'We disagree.' };
    const cells = async (who: typeof newcomer): Promise<readonly Cell[]> => [
      await outcome(who, 'notice.show', about),
      await outcome(who, 'notice.seen', about),
      await outcome(who, 'disagreement.send', about),
    ];
    expect(await cells(others['somebody never invited'])).toEqual(['not there', 'not there', 'not there']);
    expect(await cells(takingPart['an invited police officer'])).toEqual(['not there', 'refused', 'done']);
    expect(await cells(others['the referrer, not invited'])).toEqual(['shown', 'done', 'done']);
  });

  it.each(Object.entries(others))(
    '%s finds nothing there, and changes nothing',
    { timeout: 60_000 },
    async (_who, who) => {
      const before = versionNow();
      const wrong: string[] = [];
      for (const verb of Object.keys(handlers)) {
        const { text } = await press(who, verb, reference);
        if (text !== (await press(who, verb, 'SD-222222')).text) wrong.push(`${verb}: ${text}`);
      }
      // Somebody in no directory has no chat with the bot yet to be answered in.
      for (const word of who === newcomer ? [] : ['show', 'cancel']) {
        const typed = said(council, who, `/strategy ${word} ${reference}`, { targeted: true });
        expect((await deliver(council, typed)).status).toBe(200);
      }
      expect(wrong).toEqual([]);
      expect(versionNow()).toBe(before);
    },
  );
});
