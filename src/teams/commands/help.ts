/** `/strategy help`: what whoever asks can type, by what they are. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { isChildrensSocialCare } from '../../practice/language/roles.ts';
import type { Office } from '../../discussion/state/people.ts';
import type { DirectoryPerson } from '../../directory/directory.ts';

type Asker = Pick<DirectoryPerson, 'rank' | 'roles' | 'offices'>;

/** `unknown` is what was typed instead, which is said again where nobody else is. */
export const helpCard = (unknown: string | null, isAlone: boolean, asker: Asker): Card =>
  messageCard({
    title: 'Strategy discussions',
    lines: [
      unknown === null
        ? 'What you can type:'
        : `${isAlone ? `“${unknown.slice(0, 60)}”` : 'That'} is not something I know. What you can type:`,
    ],
    facts: [...commandsFor(asker)].map(([title, value]) => ({ title, value })),
  });

type Line = readonly [command: string, what: string];

const commandsFor = (asker: Asker): readonly Line[] => [
  ...new Map([...asker.offices.flatMap((office) => ofOffice[office]), ...asOneTakesPart(asker)]),
];

const asOneTakesPart = (asker: Asker): readonly Line[] => {
  if (asker.rank !== null) return [...convening, ...reading, ...leading, help];
  return asker.roles.some(isChildrensSocialCare) ? [...reading, ...leading, help] : [...reading, help, others];
};

const rota: Line = ['/strategy rota', 'Who is on duty now.'];

const ofOffice: Readonly<Record<Office, readonly Line[]>> = {
  recordsOfficer: [['/strategy filing', 'Signed records that are not in the child’s file yet.']],
  auditor: [['/strategy audit REF', 'Who did and read what in one discussion, and when.']],
  administrator: [['/strategy service', 'What the service owes people, and what is late.'], rota],
};

const convening: readonly Line[] = [
  ['/strategy', 'Convene a strategy discussion. For children’s social care managers.'],
  [
    '/strategy list',
    'Those you may open, with what is overdue first: the open ones, and those decided with something still to do.',
  ],
  rota,
];

const reading: readonly Line[] = [
  ['/strategy show REF', 'One discussion you take part in, such as /strategy show SD-ABC234.'],
  ['/strategy actions', 'What you are to do, in all discussions.'],
  ['/strategy actions REF', 'The actions of its plan: who does what by when, and what came of it.'],
];

/** For whoever convened it or chairs it. */
const leading: readonly Line[] = [
  ['/strategy reconvene REF', 'Set another time or place, for one you convened or chair.'],
  ['/strategy cancel REF', 'Stand one down, with a reason.'],
  ['/strategy handover REF', 'Hand one over to a colleague, or take the chair of one.'],
  ['/strategy close REF', 'Close one that is decided, or see what remains to be done.'],
];

const help: Line = ['/strategy help', 'This list.'];

/** Police, health, schools and those who refer are asked and told in their own chat. */
const others: Line = ['In this chat', 'You are invited, asked and told here. Each message has buttons to answer with.'];
