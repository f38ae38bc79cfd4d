/** What one person does in a story, in the words of the field. Each fails with what the card says unless it was done. */
import type { Mail } from '../journey/council.ts';
import { cast, type Role } from './cast.ts';
import { onTheWall } from './clock.ts';
import { fillDecision, lastAnswers, type Deciding } from './deciding.ts';
import { handOf, type Hand, type Shown } from './hand.ts';
import { answerByLink, mailTo } from './letters.ts';
import { inWords, type Answers } from './screen.ts';
import type { Stage } from './stage.ts';

export interface Person extends Hand {
  /** The discussion’s card in the channel, as they see it. */
  agenda(): Promise<Shown>;
  /** Answers the invitation that reached them in Teams. */
  accepts(): Promise<Shown>;
  declines(answers: Answers): Promise<Shown>;
  here(answers?: Answers): Promise<Shown>;
  /** For somebody else who is there. */
  recordsAttendance(role: Role, answers?: Answers): Promise<Shown>;
  addsInformation(text: string): Promise<Shown>;
  /** How safe somebody says a child is (SC-*). */
  scalesSafety(answers: Answers): Promise<Shown>;
  recordsEmergencyAction(action: string, answers?: Answers): Promise<Shown>;
  /** Opens the form on what was done about a child; of several, about this one. */
  opensEnquiry(childId?: string): Promise<Shown>;
  recordsEnquiry(answers: Answers, childId?: string): Promise<Shown>;
  /** After the decision: `what` has happened, and since when. */
  reportsNotReached(answers: Answers): Promise<Shown>;
  changesTime(to: string, reason: string, answers?: Answers): Promise<Shown>;
  /** The whole form, up to the page where it is recorded. */
  fillsDecision(told?: Deciding): Promise<Shown>;
  decides(told?: Deciding): Promise<Shown>;
  /** For another reason, unless one of the kinds the form offers is named. */
  standsDown(reason: string, because?: string, answers?: Answers): Promise<Shown>;
  /** The form for that, before it is sent. */
  opensStandingDown(): Promise<Shown>;
  /** Answers the message in their chat that tells the outcome or the record. */
  disagrees(text: string): Promise<Shown>;
  /** The newest message in their own chat that says this, about this discussion. */
  news(saying: string): Promise<Shown>;
  /** The newest e-mail whose subject says this. */
  mail(subject: string): Promise<Mail>;
  /** By the link in the newest e-mail whose subject says this; what the page then says. */
  answersMail(subject: string, answers: Readonly<Record<string, string>>): Promise<string>;
}

export const personIn = (stage: Stage, role: Role, reference: () => string): Person => {
  const hand = handOf(stage, role);
  const about = (): { saying: readonly string[] } => ({ saying: [`Strategy discussion ${reference()}`] });
  /** A form opened from the discussion’s card, and sent. */
  const send = async (form: string, button: string, answers: Answers = {}, usual: Answers = {}): Promise<Shown> =>
    (await hand.press(form, about())).done(button, answers, usual);

  const news: Person['news'] = async (saying) => {
    const all = await hand.sees({ place: 'chat', saying: [reference()] });
    const found = all.findLast(({ card }) => inWords(card).includes(saying));
    if (found !== undefined) return found;
    const there = all.map(({ card }) => inWords(card)).join('\n  --\n');
    throw new Error(`${role} has no message “${saying}” about ${reference()}. There is:\n${there}`);
  };
  const reply = async (answers: Answers): Promise<Shown> =>
    (await (await news('asks you to take part')).press('Reply to the invitation')).done('Send my reply', answers);
  const opensStandingDown: Person['opensStandingDown'] = async () => {
    await hand.say('chat', `/strategy cancel ${reference()}`);
    return news('Keep it');
  };
  const fillsDecision: Person['fillsDecision'] = (told = {}) => fillDecision(hand, reference(), told);

  const opensEnquiry: Person['opensEnquiry'] = async (childId) => {
    const form = await hand.press('Child and family', about());
    return childId === undefined ? form : form.press('Continue', { of: childId });
  };

  return {
    ...hand,
    opensEnquiry,
    recordsEnquiry: async (answers, childId) => (await opensEnquiry(childId)).done('Record this', answers),
    agenda: async () => {
      const found = (await hand.sees(about())).findLast(({ text }) => text.includes('Who must be there'));
      if (found === undefined) throw new Error(`${role} sees no card of ${reference()} in the channel`);
      return found;
    },
    accepts: () => reply({ answer: 'acceptWithAuthority' }),
    declines: (answers) => reply({ answer: 'decline', ...answers }),
    here: (answers) => send('I am here', 'Record that I am here', answers, { mode: 'teams', authority: 'yes' }),
    recordsAttendance: (other, answers) =>
      send('Record attendance', 'Record attendance', {
        person: cast[other],
        mode: 'phone',
        authority: 'yes',
        ...answers,
      }),
    addsInformation: (text) => send('Add information', 'Add to the record', { text }),
    scalesSafety: (answers) => send('Scale safety', 'Add to the record', answers),
    recordsEmergencyAction: (action, answers) =>
      send(
        'Emergency action',
        'Record the action',
        { action, ...answers },
        { takenBy: 'Ellie Vaughan', ...onTheWall(stage.now()) },
      ),
    reportsNotReached: (answers) => send('The child has not been reached', 'Record it', answers),
    changesTime: (to, reason, answers) =>
      send('Change the time', 'Set the new time', { date: to.slice(0, 10), time: to.slice(11), reason, ...answers }),
    fillsDecision,
    decides: async (told = {}) => (await fillsDecision(told)).done('Record the decision', lastAnswers(told)),
    standsDown: async (reason, because = 'Another reason', answers = {}) =>
      (await opensStandingDown()).done('Stand it down', { because, reason, ...answers }),
    opensStandingDown,
    disagrees: async (text) =>
      (await (await news('I disagree')).press('I disagree')).done('Send to the chair', { text }),
    news,
    mail: async (subject) => {
      await stage.settled();
      return mailTo(stage, role, reference(), subject);
    },
    answersMail: async (subject, answers) => {
      await stage.settled();
      return answerByLink(await mailTo(stage, role, reference(), subject), answers);
    },
  };
};
