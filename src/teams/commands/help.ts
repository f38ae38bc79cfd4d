import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';

/** What can be typed; `unknown` is what was typed instead, which is said again where nobody else is. */
export const helpCard = (unknown: string | null, isAlone: boolean): Card =>
  messageCard({
    title: 'Strategy discussions',
    lines:
      unknown === null
        ? ['What you can type:']
        : [`${isAlone ? `“${unknown.slice(0, 60)}”` : 'That'} is not something I know. What you can type:`],
    facts: [
      { title: '/strategy', value: 'Convene a strategy discussion. For children’s social care managers.' },
      {
        title: '/strategy list',
        value: 'The open discussions, and those decided with something still to do, the most pressing first.',
      },
      { title: '/strategy show REF', value: 'One discussion, such as /strategy show SD-ABC234.' },
      { title: '/strategy actions', value: 'What you are to do, in all discussions.' },
      { title: '/strategy actions REF', value: 'The actions of its plan: who does what by when, and what came of it.' },
      { title: '/strategy cancel REF', value: 'Stand one down, with a reason.' },
      { title: '/strategy handover REF', value: 'Hand one over to a colleague, or take the chair of one.' },
      { title: '/strategy rota', value: 'Who is on duty now. For children’s social care managers.' },
      { title: '/strategy help', value: 'This list.' },
    ],
  });
