/** An enquiry through its gate (GT-*): it is reported, checked and signed, and its result recorded, one child at a time. */
import { z } from 'zod';
import type { Card, Choice } from '../../cards/bind.ts';
import { chooseCard } from '../../cards/choose.ts';
import { readForm } from '../../cards/form.ts';
import { checkCard, checkForm, resultCard, resultForm } from '../../cards/gateAnswers.ts';
import { readReport, reportCard } from '../../cards/gateReport.ts';
import type { AtGate } from '../../cards/gateStep.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import type { GateCommand } from '../../discussion/commands/endingCommand.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import { isClosed, unfinished } from '../../discussion/matter/settled.ts';
import { gateFor } from '../../discussion/matter/gate.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import { reportOn } from '../../discussion/state/enquiryReport.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { childTitle } from '../../words/childWords.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain, refusedAnswer } from '../answers.ts';
import { participantFrom, personChoice } from '../directoryPeople.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { asTyped, carriedBy, readHeader } from '../press.ts';
import { readable, submit } from './submitting.ts';

type Deed = 'reportEnquiry' | 'checkEnquiry' | 'recordResult';

/** On the form itself, or as it was chosen. */
const carried = z.object({ childId: z.string().max(10).optional(), of: z.string().max(10).optional() });

/** Of several children whose enquiry is not finished, one is chosen first. */
const atGate = (
  press: Press,
  edges: Edges,
  { deed, verb }: { readonly deed: Deed; readonly verb: string },
  use: (about: AtGate) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, (d) => {
    const refusal = forbidden(deed, deed, d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'decided') return refusedAnswer(d, { code: 'notDecidedYet' }, press, edges);
    const practice = edges.conduct.practiceOf(d);
    const open = isClosed(d) ? [] : unfinished(d, practice).filter((child) => isAt(deed, d, child));
    const { of, childId = of } = carriedBy(carried, press);
    const child = childId === undefined && open.length === 1 ? open[0] : open.find((each) => each.childId === childId);
    if (child !== undefined) return use({ d, child, practice, now: edges.clock() });
    if (open.length === 0) return refusedAnswer(d, { code: nothingTo[deed] }, press, edges);
    const choose = () => chooseOne(d, open, verb, edges);
    return childId === undefined ? { card: choose() } : formAgain(choose, refusalWords({ code: 'noSuchChild' }));
  });

const nothingTo = {
  reportEnquiry: 'notAskedHere',
  checkEnquiry: 'notReportedYet',
  recordResult: 'notCheckedYet',
} as const satisfies Record<Deed, string>;

const isAt = (deed: Deed, d: Discussion, { childId }: Child): boolean => {
  const standing = reportOn(d, childId)?.standing.is;
  if (deed === 'reportEnquiry') return true;
  return standing === 'checked' || (deed === 'checkEnquiry' && standing === 'reported');
};

const chooseOne = (d: Discussion, children: readonly Child[], verb: string, edges: Edges): Card =>
  chooseCard({
    reference: d.reference,
    heading: 'The enquiry',
    lead: 'Each child’s enquiry has a result of its own.',
    label: 'Which child?',
    verb,
    choices: children.map((child) => ({
      title: childTitle(child, londonDate(edges.clock())),
      value: child.childId,
    })),
  });

const sending = (
  press: Press,
  edges: Edges,
  sent: { readonly command: GateCommand; readonly done: string; readonly form: () => Card },
): Promise<Answer> => submit(press, edges, { reference: readHeader(press).reference, ...sent });

const report = { deed: 'reportEnquiry', verb: 'report.open' } as const;

export const openReport: Handler = (press, edges) =>
  atGate(press, edges, report, (about) => ({ card: reportCard(about, edges.newId()) }));

export const sendReport: Handler = (press, edges) =>
  atGate(press, edges, report, (about) => {
    const { d, child, practice } = about;
    const form = () => reportCard(about, readHeader(press).nonce, asTyped(press.data));
    const read = readReport(d, child, practice, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const command = { kind: 'reportEnquiry', childId: child.childId, answers: read.value } as const;
    return sending(press, edges, { command, done: 'It is sent to be checked.', form });
  });

const check = { deed: 'checkEnquiry', verb: 'check.open' } as const;

/** Those of the rank that records the result. */
const deciders = async ({ d, child, practice }: AtGate, { directory }: Edges): Promise<readonly Choice[]> => {
  const rank = gateFor(d, child.childId, practice)?.decidedBy;
  return (await directory.all()).filter((person) => person.rank === rank).map((person) => personChoice(person));
};

export const openCheck: Handler = (press, edges) =>
  atGate(press, edges, check, async (about) => ({
    card: checkCard(about, edges.newId(), await deciders(about, edges)),
  }));

export const sendCheck: Handler = (press, edges) =>
  atGate(press, edges, check, async (about) => {
    const people = await deciders(about, edges);
    const form = () => checkCard(about, readHeader(press).nonce, people, asTyped(press.data));
    const read = readForm(checkForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { as, decider, reason } = read.value;
    const { childId } = about.child;
    if (as === 'back') return sending(press, edges, sentBack(childId, reason, form));
    const found = await edges.directory.byId(decider);
    if (found === null) return formAgain(form, ['Choose who records the result.']);
    const command = { kind: 'checkEnquiry', childId, decider: participantFrom(found) } as const;
    return sending(press, edges, { command, done: `It is signed, and ${found.name} is asked for the result.`, form });
  });

const sentBack = (childId: string, reason: string, form: () => Card) => ({
  command: { kind: 'sendEnquiryBack', childId, reason } satisfies CommandOf<'sendEnquiryBack'>,
  done: 'It is sent back, with your reason.',
  form,
});

const result = { deed: 'recordResult', verb: 'result.open' } as const;

export const openResult: Handler = (press, edges) =>
  atGate(press, edges, result, (about) => ({ card: resultCard(about, edges.newId()) }));

export const sendResult: Handler = (press, edges) =>
  atGate(press, edges, result, (about) => {
    const form = () => resultCard(about, readHeader(press).nonce, asTyped(press.data));
    const read = readForm(resultForm, press.data);
    if (!read.ok) return formAgain(form, read.problems);
    const { childId } = about.child;
    const { result: chosen, reason } = read.value;
    if (chosen === 'back') return sending(press, edges, sentBack(childId, reason, form));
    const command = { kind: 'recordResult', childId, result: chosen, reason } as const;
    return sending(press, edges, {
      command,
      done: 'The result is recorded. Those who lead the discussion are told.',
      form,
    });
  });
