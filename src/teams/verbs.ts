/** Every button our cards have: the verb it sends, and what answers it. */
import { recordArrival } from './arrivals/record.ts';
import { openAction, sendAction } from './actions/action.ts';
import { openAgree, sendAgree } from './actions/agree.ts';
import { openHandOn, openNewDate, sendHandOn, sendNewDate } from './actions/change.ts';
import { openActions } from './actions/list.ts';
import { backToChild, childPage } from './decision/childPage.ts';
import { correctChild, openCorrection, recordCorrection } from './decision/correction.ts';
import { detailsPage } from './decision/detailsPage.ts';
import { openDecision, restartDecision, showDecision } from './decision/opening.ts';
import { changeChild, recordDecision } from './decision/recordPage.ts';
import { childrenPage, removeChild } from './convening/childrenPage.ts';
import { copyEarlier } from './convening/copying.ts';
import { concernPage } from './convening/concernPage.ts';
import { openNext } from './convening/following.ts';
import { changeFromMeeting, meetingPage } from './convening/meetingPage.ts';
import { discard, goBack, showConvening } from './convening/pages.ts';
import { particularsPage } from './convening/particularsPage.ts';
import { peoplePage } from './convening/peoplePage.ts';
import type { Handler } from './edges.ts';
import { openItem, openItems, sendItem } from './forms/agendaItems.ts';
import { readAgenda, showAgenda, showPart } from './forms/agenda.ts';
import { attendAndDecide, openAttend, sendAttend } from './forms/attend.ts';
import { openAttendance, sendAttendance } from './forms/attendance.ts';
import { openChild, openChildren, sendChild, takeChildOut } from './forms/children.ts';
import { openCallOff, openClose, sendCallOff, sendClose } from './forms/close.ts';
import { openConference, sendConference } from './forms/conference.ts';
import { showDeliveries } from './forms/deliveries.ts';
import { openDetails, sendDetails, takePersonOut } from './forms/details.ts';
import { openEmergency, sendEmergency } from './forms/emergency.ts';
import { openEnquiry, sendEnquiry } from './forms/enquiry.ts';
import { openEnquiryEnd, sendEnquiryEnd } from './forms/enquiryEnd.ts';
import { openCheck, openReport, openResult, sendCheck, sendReport, sendResult } from './forms/gate.ts';
import { openFiling, sendFiling } from './forms/filing.ts';
import { openRecordReaders, sendRecordReaders } from './forms/recordReaders.ts';
import { openHandOver, sendHandOver, sendTakeOver } from './forms/handOver.ts';
import { openInformation, sendInformation } from './forms/information.ts';
import { openInvite, sendInvite } from './forms/invite.ts';
import { openRecord } from './forms/recordFile.ts';
import { makeLeaflet, openLeaflet } from './forms/leaflet.ts';
import { leave, openLeaving, sendLeaving } from './forms/leaving.ts';
import { openNotReached, sendNotReached } from './forms/notReached.ts';
import { openReconvene, sendReconvene } from './forms/reconvene.ts';
import { openReply, sendReply } from './forms/reply.ts';
import { askToStopLinks, stopReplyLinks } from './forms/replyLinks.ts';
import { openScale, sendScale } from './forms/scale.ts';
import { sendStandDown } from './forms/standDown.ts';
import {
  openAuthorising,
  openReopening,
  openSigning,
  sendReopening,
  sendAuthorising,
  sendSigning,
} from './forms/signRecord.ts';
import { openTakeReply, sendTakeReply } from './forms/takeReply.ts';
import { openTransfer, openTransferAnswer, sendTransfer, sendTransferAnswer } from './forms/transfer.ts';
import { openTelephone, sendTelephone } from './forms/telephone.ts';
import { openWhatWasSaid } from './forms/whatWasSaid.ts';
import {
  acknowledge,
  actionDone,
  confirmSubstitute,
  reportDone,
  snooze,
  turnDownSubstitute,
} from './ownMessages/buttons.ts';
import { openAcceptance, sendAcceptance } from './ownMessages/acceptance.ts';
import { openDisagreement, sendDisagreement } from './ownMessages/disagreement.ts';
import { inviteAsked } from './ownMessages/inviteAsked.ts';
import { showMessage } from './ownMessages/ownMessage.ts';

export const handlers: Readonly<Record<string, Handler>> = {
  'convene.show': showConvening,
  'convene.child': childrenPage,
  'convene.removeChild': removeChild,
  'convene.copy': copyEarlier,
  'convene.concern': concernPage,
  'convene.particulars': particularsPage,
  'convene.people': peoplePage,
  'convene.meeting': meetingPage,
  'convene.change': changeFromMeeting,
  'convene.back': goBack,
  'convene.discard': discard,
  'convene.next': openNext,

  'agenda.read': readAgenda,
  'agenda.show': showAgenda,
  'part.show': showPart,
  'said.open': openWhatWasSaid,
  'reply.open': openReply,
  'reply.send': sendReply,
  'takeReply.open': openTakeReply,
  'takeReply.send': sendTakeReply,
  'attend.open': openAttend,
  'attend.send': sendAttend,
  'attend.decide': attendAndDecide,
  'attendance.open': openAttendance,
  'attendance.send': sendAttendance,
  'leave.send': leave,
  'leaving.open': openLeaving,
  'leaving.send': sendLeaving,
  'information.open': openInformation,
  'information.send': sendInformation,
  'children.open': openChildren,
  'child.open': openChild,
  'child.send': sendChild,
  'child.takeOut': takeChildOut,
  'details.open': openDetails,
  'details.send': sendDetails,
  'details.takeOut': takePersonOut,
  'items.open': openItems,
  'item.open': openItem,
  'item.send': sendItem,
  'scale.open': openScale,
  'scale.send': sendScale,
  'emergency.open': openEmergency,
  'emergency.send': sendEmergency,
  'enquiry.open': openEnquiry,
  'enquiry.send': sendEnquiry,
  'report.open': openReport,
  'report.send': sendReport,
  'check.open': openCheck,
  'check.send': sendCheck,
  'result.open': openResult,
  'result.send': sendResult,
  'enquiryEnd.open': openEnquiryEnd,
  'enquiryEnd.send': sendEnquiryEnd,
  'sign.open': openSigning,
  'sign.send': sendSigning,
  'reopen.open': openReopening,
  'reopen.send': sendReopening,
  'authorise.open': openAuthorising,
  'authorise.send': sendAuthorising,
  'conference.open': openConference,
  'conference.send': sendConference,
  'transfer.open': openTransfer,
  'transfer.send': sendTransfer,
  'transferAnswer.open': openTransferAnswer,
  'transferAnswer.send': sendTransferAnswer,
  'filing.open': openFiling,
  'filing.send': sendFiling,
  'readers.open': openRecordReaders,
  'readers.send': sendRecordReaders,
  'callOff.open': openCallOff,
  'callOff.send': sendCallOff,
  'close.open': openClose,
  'close.send': sendClose,
  'actions.open': openActions,
  'agree.open': openAgree,
  'agree.send': sendAgree,
  'action.open': openAction,
  'action.send': sendAction,
  'action.done': actionDone,
  'handOn.open': openHandOn,
  'handOn.send': sendHandOn,
  'newDate.open': openNewDate,
  'newDate.send': sendNewDate,
  'notReached.open': openNotReached,
  'notReached.send': sendNotReached,

  'invite.open': openInvite,
  'invite.send': sendInvite,
  'reconvene.open': openReconvene,
  'reconvene.send': sendReconvene,
  'standDown.send': sendStandDown,
  'handover.open': openHandOver,
  'handover.send': sendHandOver,
  'takeover.send': sendTakeOver,
  'delivery.show': showDeliveries,
  'record.open': openRecord,
  'leaflet.open': openLeaflet,
  'leaflet.make': makeLeaflet,
  'told.open': openTelephone,
  'told.send': sendTelephone,
  'links.stop': askToStopLinks,
  'links.send': stopReplyLinks,

  'arrival.record': recordArrival,
  'decision.start': openDecision,
  'decision.show': showDecision,
  'decision.child': childPage,
  'decision.details': detailsPage,
  'decision.back': backToChild,
  'decision.change': changeChild,
  'decision.restart': restartDecision,
  'decision.record': recordDecision,
  'correction.open': openCorrection,
  'correction.child': correctChild,
  'correction.record': recordCorrection,

  'notice.show': showMessage,
  'notice.seen': acknowledge,
  'notice.snooze': snooze,
  'notice.invite': inviteAsked,
  'duty.done': reportDone,
  'substitute.confirm': confirmSubstitute,
  'substitute.turnDown': turnDownSubstitute,
  'acceptance.open': openAcceptance,
  'acceptance.send': sendAcceptance,
  'disagreement.open': openDisagreement,
  'disagreement.send': sendDisagreement,
};

/** Verbs of cards that people have had for some time, and what each is called today. */
export const formerVerbs: Readonly<Record<string, string>> = {
  'dispute.open': 'disagreement.open',
  'dispute.send': 'disagreement.send',
  'convene.referral': 'convene.child',
};

/** Verbs a client may send by itself when it shows a card: they change nothing. */
export const refreshes: readonly string[] = [
  'convene.show',
  'agenda.read',
  'agenda.show',
  'part.show',
  'decision.show',
  'delivery.show',
];

/** What answers a verb, under its name of today; null for one that is not ours. */
export const handlerOf = (sent: string): { readonly verb: string; readonly handler: Handler } | null => {
  const verb = own(formerVerbs, sent) ?? sent;
  const handler = own(handlers, verb);
  return handler === undefined ? null : { verb, handler };
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
