/** What people can do about a message in Teams. A letter file has the title of each under its name. */
export type ButtonName =
  | 'seen'
  | 'disagree'
  | 'heardNothing'
  | 'reply'
  | 'invite'
  /** A button for each who could be asked for a seat: the title of all is followed by the name. */
  | 'inviteAsked'
  | 'confirmSubstitute'
  | 'turnDownSubstitute'
  | 'sayHowToJoin'
  | 'told'
  | 'openDiscussion'
  /** That a child was seen, and what else the rules ask of one child. */
  | 'recordEnquiry'
  /** The enquiry into each child, at the gate. */
  | 'reportEnquiry'
  | 'checkEnquiry'
  | 'recordResult'
  /** How it ended, where there is no gate. */
  | 'endEnquiry'
  | 'recordConference'
  /** The record, by the chair and by whoever authorises it. */
  | 'signRecord'
  | 'fileRecord'
  | 'authoriseRecord'
  | 'getRecord'
  /** The duty that this message is about. */
  | 'done'
  /** A button for each duty that is overdue: the title of all is followed by the duty. */
  | 'eachDone'
  /** The action of the plan that this message is about. */
  | 'actionDone'
  | 'openAction'
  /** All of them. */
  | 'openActions'
  /** The same, where some are overdue. */
  | 'actionsOverdue'
  /** H-3: by whoever was asked; and by those here who wait for their answer. */
  | 'answerTransfer'
  | 'enterTransferAnswer'
  | 'askTransfer'
  | 'close'
  | 'inAnHour'
  | 'tomorrow';
