/**
 * The guided demonstration, step by step: one strategy discussion from `/strategy` to the referrer's outcome, played by
 * eight people. `player.js` plays it on the page itself, so whatever it shows is what happened.
 */
const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The London date and time `minutes` from now, as inputs want them. */
const inMinutes = (minutes) => {
  const [date, time] = london.format(new Date(Date.now() + minutes * 60_000)).split(' ');
  return { date, time };
};

const received = inMinutes(-40);
const meeting = inMinutes(20);

export const script = [
  {
    as: 'priya-shah',
    place: 'channel',
    caption:
      'Priya Shah manages the assessment team. A nursery has just telephoned about marks on a child’s arms. In the team’s channel she asks the bot to convene a strategy discussion.',
    do: { say: '/strategy' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption:
      'The form is hers alone: colleagues in the channel see only that she is preparing one. She enters the child. The name and date of birth will never be shown here.',
    do: {
      press: 'Continue',
      fill: { name: 'Jo Sample', initials: 'J.S.', birthDate: '2019-03-01' },
    },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'Who made the referral, and when. The referrer is owed the outcome, so the bot asks how to reach them.',
    do: {
      press: 'Continue',
      fill: {
        receivedDate: received.date,
        receivedTime: received.time,
        referrerName: 'Carol Tench',
        referrerAgency: 'Little Acorns Nursery',
        referrerEmail: 'carol@littleacorns.example',
      },
    },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption:
      'The concern. What she ticks decides the deadline and who has to be there, under the council’s own procedure.',
    do: {
      press: 'Continue',
      fill: { concern: 'Unexplained marks on both arms, seen at nursery this morning.', concerns: ['physicalInjury'] },
    },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption:
      'The bot shows its working: the deadline, and each seat that must be filled, with the rule. A physical injury calls for a paediatrician. It has suggested somebody for each seat; she adds the school.',
    do: { press: 'Continue', fill: { others: ['ruth-ellison'] } },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'When and where. A time after the deadline would be refused. She convenes.',
    do: {
      press: 'Convene',
      fill: { date: meeting.date, time: meeting.time, where: 'Room 4, Civic Centre, or telephone 01632 960123' },
    },
  },
  {
    as: 'tom-reyes',
    place: 'chat',
    caption:
      'DI Tom Reyes decides for the police. His invitation is in his own chat with the bot, where the child may be named. He is in court and says so.',
    do: { press: 'Reply to the invitation', on: 'asks you to take part' },
  },
  {
    as: 'tom-reyes',
    place: 'chat',
    caption: 'He cannot come and has nobody to send yet.',
    do: { press: 'Send my reply', fill: { answer: 'decline', reason: 'In court until four' } },
  },
  {
    as: 'ellie-vaughan',
    place: 'channel',
    caption: 'The meeting begins. Ellie Vaughan, the social worker, says she is here…',
    do: { press: 'I am here', on: 'take part' },
  },
  {
    as: 'ellie-vaughan',
    place: 'channel',
    caption: '…and that she can decide for her agency. Only people who can decide fill a seat.',
    do: { press: 'Record that I am here', fill: { mode: 'teams', authority: 'yes' } },
  },
  {
    as: 'ellie-vaughan',
    place: 'channel',
    caption: 'She shares what she knows. It goes into the record, not into the channel.',
    do: { press: 'Add information', on: 'take part' },
  },
  {
    as: 'ellie-vaughan',
    place: 'channel',
    caption: 'Sharing information never waits for the police or for anybody else.',
    do: {
      press: 'Add to the record',
      fill: { text: 'Seen at home on Monday. Two bruises on the left arm. Mother says he fell.' },
    },
  },
  {
    as: 'grace-mensah',
    place: 'channel',
    caption: 'Grace Mensah, the named nurse, joins for health.',
    do: { press: 'I am here', on: 'take part' },
  },
  {
    as: 'grace-mensah',
    place: 'channel',
    caption: 'The seats on the card fill as people arrive, for everybody at once.',
    do: { press: 'Record that I am here', fill: { mode: 'teams', authority: 'yes' } },
  },
  {
    as: 'anil-kapoor',
    place: 'channel',
    caption: 'Dr Anil Kapoor is the paediatrician that a physical injury calls for.',
    do: { press: 'I am here', on: 'take part' },
  },
  {
    as: 'anil-kapoor',
    place: 'channel',
    caption: 'He joins by telephone from the hospital.',
    do: { press: 'Record that I am here', fill: { mode: 'phone', authority: 'yes' } },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'Priya chairs.',
    do: { press: 'I am here', on: 'take part' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'The police are still missing, and the card says so to everybody.',
    do: { press: 'Record that I am here', fill: { mode: 'inPerson', authority: 'yes' } },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'She opens the decision form. It is posted in the thread and is hers alone.',
    do: { press: 'Open the decision form', on: 'take part' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption:
      'The one decision: does a section 47 enquiry start? With reasons, the outcome, and what the family is told.',
    do: {
      press: 'Continue',
      fill: {
        s47: 'yes',
        reasons: 'Two unexplained injuries in a week; the explanation does not fit.',
        outcomes: ['s47Joint'],
        family: 'told',
        familyWhat: 'Ellie Vaughan visits today and explains the enquiry to the parents.',
      },
    },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'The plan for the enquiry, with the fields the procedure asks for.',
    do: {
      press: 'Continue',
      fill: {
        'outcome.s47Joint.risks': 'Further injury at home',
        'outcome.s47Joint.policeLead': 'DI Tom Reyes',
        'outcome.s47Joint.socialWorkLead': 'Ellie Vaughan',
        'plan.riskAreas': 'Physical harm',
        'plan.actions': 'Visit today (Ellie Vaughan). Medical tomorrow (Dr Kapoor).',
        'plan.criminalInvestigation': 'Police lead, starting today',
        'plan.familyCommunication': 'At the visit, by Ellie Vaughan',
        'plan.immediateAction': 'Jo stays with his grandmother tonight',
        'plan.legalAction': 'None needed now',
        'plan.furtherInformation': 'GP and nursery records, by tomorrow',
      },
    },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'She tries to record the decision. The police are missing, so the bot refuses, and says what to do.',
    do: { press: 'Record the decision' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'The control room puts PC Sam Whitlock through on the telephone. Priya records him.',
    do: { press: 'Record attendance', on: 'take part' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'He is senior enough to decide for the police, and says so.',
    do: { press: 'Record attendance', fill: { person: 'sam-whitlock', mode: 'phone', authority: 'yes' } },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'Everyone needed is here. Nothing she typed was lost: she records the decision.',
    do: { press: 'Record the decision' },
  },
  {
    as: 'carol-tench',
    place: 'mail',
    caption:
      'Carol Tench, who made the referral, was not there. She is owed the outcome within one working day. It reached her at once, and names nobody.',
    do: { openMail: 'Outcome of strategy discussion' },
  },
  {
    as: 'ruth-ellison',
    place: 'chat',
    caption: 'The school was invited and absent. It hears too, in Teams.',
    do: { wait: 'The outcome of a strategy discussion' },
  },
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'Priya sees who has been told, how, and by when it was owed. That is a strategy discussion.',
    do: { press: 'Bring up to date', on: 'Who has been told' },
  },
];
