/**
 * What the demonstration does differently under each procedure that comes with the product. Under a council's own it does
 * what they have in common; the seats are those the bot asks for.
 */
const ordinary = ['reasonableCause'];

/** The sister is at this school, which is why it is asked. */
const school = {
  as: 'ruth-ellison',
  caption:
    'Ruth Ellison, at the school of the boy’s sister, was invited and could not come. Her agency is told the outcome too, in Teams.',
};

const usual = {
  manager: 'priya-shah',
  first: 'Priya',
  who: 'Priya Shah manages the assessment team.',
  ticks: { concerns: ordinary },
  whatFollows: '',
  seats: { 'seat.police': 'tom-reyes' },
  others: ['anil-kapoor', 'ruth-ellison'],
  also: ['anil-kapoor'],
  absent: [school],
};

const noFigure =
  'This procedure gives no figure, so the manager sets the time; the least it wants there are a social worker, health and the police.';

const procedures = {
  'working-together-2023': { ...usual, whatFollows: noFigure },
  darlington: {
    ...usual,
    ticks: { concerns: ordinary, circumstances: ['newReferral'], toInvite: ['inNursery'] },
    whatFollows: noFigure,
  },
  'practice-standards-2025': {
    ...usual,
    ticks: {
      concerns: ordinary,
      mustAttend: ['physicalInjury'],
      circumstances: ['newReferral'],
      toInvite: ['inNursery'],
    },
    whatFollows: 'Three working days at most; and a physical injury calls for a paediatrician.',
    others: ['ruth-ellison'],
  },
  sandwell: {
    ...usual,
    manager: 'hannah-boyle',
    first: 'Hannah',
    who: 'Hannah Boyle is a Social Work Unit Manager, the rank that chairs here.',
    ticks: {
      concerns: ordinary,
      sooner: ['physicalInjury'],
      circumstances: ['newReferral', 'childProtectionReferral', 'inNursery'],
      toInvite: ['medicalConsidered'],
    },
    whatFollows: 'A physical injury counts as immediate risk: today. Education has a seat of its own.',
    others: ['anil-kapoor'],
    absent: [],
  },
  liverpool: {
    ...usual,
    manager: 'leon-baptiste',
    first: 'Leon',
    who: 'Leon Baptiste is a Children’s Team Leader, the rank that chairs here.',
    ticks: { concerns: ordinary, circumstances: ['newReferral'], toInvite: ['inNursery', 'medicalMayBeNeeded'] },
    whatFollows:
      'This procedure gives no figure, so the manager sets the time; a medical may be needed, so a senior doctor is asked.',
    others: ['ellie-vaughan', 'anil-kapoor', 'ruth-ellison'],
  },
};

export const procedureOf = (key) => procedures[key] ?? usual;
