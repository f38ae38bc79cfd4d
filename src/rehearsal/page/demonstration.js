/** The guided demonstration, step by step. `player.js` plays it. */
export const script = [
  {
    as: 'priya-shah',
    place: 'channel',
    caption: 'Priya Shah manages the assessment team. She asks the bot for help in the team’s channel.',
    do: { say: '/strategy help' },
  },
];
