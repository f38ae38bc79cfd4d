/**
 * The guided demonstration, step by step: one strategy discussion from `/strategy` to the referrer's outcome, under the
 * procedure the council follows. `player.js` plays it on the page itself, so whatever it shows is what happened.
 *
 * A step is `{ caption, acts }`. `caption` may be a function of `own`, what is known of this discussion by then, and so
 * may `acts`. An act says who does it and where, and one of the things that `hands.js` can do.
 */
import { concern, decision, information, plan, referral, weighed, child, meeting } from './answers.js';
import { procedureOf } from './procedures.js';

const channel = (as, act) => ({ as, place: 'channel', ...act });

/** What the chair reads who has entered somebody. */
const isRecorded = (own, id) => `${own.nameOf(id)} is recorded as taking part`;

/** Says that they are here and can decide for their agency. */
const arrives = (own, as, mode = 'inPerson') =>
  channel(as, {
    open: 'I am here',
    press: 'Record that I am here',
    fill: { mode, authority: 'yes' },
    shows: 'You are recorded as taking part',
  });

/** Those who are still to come: the social worker was there first, the chair is last, and the police are late. */
const stillToCome = ({ seats }, also) => {
  const there = ['ellie-vaughan', 'tom-reyes', seats.chair];
  return [...new Set([...Object.values(seats), ...also])].filter((id) => !there.includes(id));
};

const list = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

const convening = ({ manager, first, who, ticks, whatFollows, seats, others }, title) => [
  {
    caption: `When a child may be suffering serious harm, the council, the police and health must decide together, and fast, what to do: a strategy discussion. ${who} A nursery has just telephoned: a boy of three has bruises on both arms. ${first} asks the bot, in the team’s channel, to convene one.`,
    acts: [channel(manager, { say: '/strategy' })],
  },
  {
    caption:
      'The form opens under the post, for the manager alone: colleagues see only that a discussion is being prepared. First the child and who made the referral. The child’s name and date of birth are never shown in the channel.',
    acts: [
      channel(manager, {
        press: 'Continue',
        fill: (now) => ({ ...child(now), ...referral(now) }),
        shows: 'What is the concern?',
      }),
    ],
  },
  {
    caption: `The concern. What is ticked here sets the deadline, and who has to be there, under the council’s own procedure: ${title}.`,
    acts: [
      channel(manager, {
        press: 'Continue',
        fill: { concern, ...ticks },
        shows: ['Step 2 of 3, continued', 'Check before you convene'],
      }),
      channel(manager, {
        when: 'Step 2 of 3, continued',
        reveal: 'Record what was weighed (optional)',
        press: 'Continue',
        ifAsked: weighed,
        shows: 'Check before you convene',
      }),
    ],
  },
  {
    caption: `The bot shows its working: the deadline, and every seat that must be filled, each with its rule. ${whatFollows} It proposes somebody for each seat, and the manager chooses a police officer who can decide.`,
    acts: [
      channel(manager, { press: 'Change who takes part', shows: 'Who must be there' }),
      channel(manager, {
        press: 'Continue',
        fill: { ...seats, others },
        notes: 'seats',
        shows: 'When and where',
      }),
    ],
  },
  {
    caption:
      'When and where. So that you need not wait, they meet in two minutes, in a room and by telephone. A time after the deadline would be refused.',
    acts: [channel(manager, { press: 'Convene', fill: meeting, shows: 'Who must be there' })],
  },
];

const beforeTheMeeting = [
  {
    caption:
      'Ellie Vaughan, the social worker, sees the agenda in her own view: the deadline, who must be there, and who has answered. Everybody else in the channel sees the child’s initials and age, the time, and which seats are filled, and no name at all. Those invited read the child’s name, at addresses that are secure.',
    acts: [channel('ellie-vaughan', { shows: 'Who must be there' })],
  },
  {
    caption:
      'DI Tom Reyes decides for the police. His invitation is in his own chat with the bot, where the child may be named. He is in court, and will telephone as soon as he is out.',
    acts: [
      {
        as: 'tom-reyes',
        place: 'chat',
        open: 'Reply to the invitation',
        press: 'Send my reply',
        fill: { answer: 'acceptWithAuthority' },
        shows: 'Thank you',
      },
    ],
  },
];

const inSession = ({ also }) => [
  {
    caption:
      'The meeting begins. Ellie says that she is here, and that she can decide for children’s social care. Only people who can decide fill a seat.',
    acts: (own) => [arrives(own, 'ellie-vaughan')],
  },
  {
    caption:
      'She shares what she knows. It goes into the record, under her name: the channel sees nothing of it. Sharing information never waits for anybody.',
    acts: [
      channel('ellie-vaughan', {
        open: 'Add information',
        press: 'Add to the record',
        fill: { text: information },
        shows: 'Added to the record.',
      }),
    ],
  },
  {
    caption: (own) =>
      `The others arrive: ${list([...stillToCome(own, also), own.seats.chair].map(own.nameOf))}. Each says so for themselves, and the seats fill on the card for everybody at once.`,
    acts: (own) => [
      ...stillToCome(own, also).map((id) => arrives(own, id, id === 'anil-kapoor' ? 'phone' : 'teams')),
      arrives(own, own.seats.chair),
    ],
  },
];

const deciding = [
  {
    caption:
      'The police have not come yet: the card says that this is not enough to decide. What keeps the boy safe now never waits; it is recorded under “Emergency action”. Meanwhile the chair begins to write down the decision, in a form that nobody else sees.',
    acts: (own) => [
      channel(own.seats.chair, {
        press: 'Open the decision form',
        on: 'take part',
        shows: ['Decision on', 'Decision for child'],
      }),
    ],
  },
  {
    caption:
      'The one decision: does a section 47 enquiry start? With the reasons, the outcome, and what the family is told, by whom and when.',
    acts: (own) => [
      channel(own.seats.chair, {
        open: 'Open the decision form',
        press: 'Continue',
        fill: decision,
        shows: 'The plan for the enquiry',
      }),
    ],
  },
  {
    caption:
      'The plan they propose for the enquiry. The questions are those the procedure asks, and the bot says what is still missing.',
    acts: (own) => [
      channel(own.seats.chair, {
        press: 'Continue',
        ifAsked: plan,
        otherwise: 'As agreed at the meeting.',
        shows: 'Check the decision',
      }),
    ],
  },
  {
    caption: 'Without the police it is not a decision. The bot refuses to record it, and says who is missing.',
    acts: (own) => [
      channel(own.seats.chair, { press: 'Record the decision', shows: 'Nothing was recorded, and nothing you typed' }),
    ],
  },
  {
    caption:
      'DI Reyes telephones from court. He hears what was shared, and agrees to the enquiry and its plan. The chair records that he takes part, and that he can decide for the police.',
    acts: (own) => [
      channel(own.seats.chair, {
        open: 'Record attendance',
        press: 'Record attendance',
        fill: { person: 'tom-reyes', mode: 'phone', authority: 'yes' },
        shows: isRecorded(own, 'tom-reyes'),
      }),
    ],
  },
  {
    caption:
      'Everyone needed to decide is here now, and everything typed is still on the form. The chair records the decision.',
    acts: (own) => [
      channel(own.seats.chair, { press: 'Record the decision', on: 'Check the decision', shows: 'Decided' }),
    ],
  },
];

const afterwards = ({ absent }) => [
  {
    caption:
      'Carol Tench of the nursery made the referral, and was not there. She is owed the outcome. It reached her by e-mail at once; her address is not a secure one, so it does not say who the child is.',
    acts: [{ as: 'carol-tench', place: 'mail', openMail: 'Outcome of strategy discussion' }],
  },
  ...absent.map(({ as, caption }) => ({
    caption,
    acts: [{ as, place: 'chat', shows: 'The outcome of a strategy discussion' }],
  })),
  {
    caption:
      'The chair sees who has been told, how, and by when it was owed. Nothing is dropped in silence: what cannot be delivered becomes a telephone call for somebody. Close this, and be anybody yourself.',
    acts: (own) => [channel(own.seats.chair, { press: 'Show who has been told', shows: 'The referrer' })],
  },
];

/** The steps under the procedure of this key, whose name people know is `title`. */
export const scriptFor = ({ key, title }) => {
  const procedure = procedureOf(key);
  return [
    ...convening(procedure, title),
    ...beforeTheMeeting,
    ...inSession(procedure),
    ...deciding,
    ...afterwards(procedure),
  ];
};
