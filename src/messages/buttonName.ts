/** What people can do about a message in Teams. A letter file has the title of each under its name. */
export const buttonNames = [
  'seen',
  'disagree',
  'heardNothing',
  'reply',
  'invite',
  'sayHowToJoin',
  'told',
  'openDiscussion',
  'done',
  'eachDone',
  'inAnHour',
  'tomorrow',
] as const;
export type ButtonName = (typeof buttonNames)[number];
