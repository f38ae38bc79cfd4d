/** The Standard Safeguarding Dataset: its two tables about enquiries and conferences. What is not known here is blank. */
import type { Enquiry } from './enquiry.ts';
import type { Table } from './table.ts';

const flag = (is: boolean): string => (is ? 'Y' : 'N');

export const s47Enquiries = (enquiries: readonly Enquiry[]): Table => ({
  columns: [
    's47e_s47_enquiry_id',
    's47e_referral_id',
    's47e_person_id',
    's47e_s47_start_date',
    's47e_s47_end_date',
    's47e_s47_nfa',
    's47e_s47_outcome_json',
    's47e_s47_completed_by_team',
    's47e_s47_completed_by_worker_id',
  ],
  rows: enquiries.map(({ id, childNumber, startedOn, end, details, worker, isConferenceNeeded }) => [
    id,
    '',
    childNumber ?? '',
    startedOn,
    end?.on ?? '',
    end === null ? '' : flag(end.how === 'noFurtherAction'),
    end === null
      ? ''
      : JSON.stringify({
          NFA_FLAG: flag(end.how === 'noFurtherAction'),
          CP_CONFERENCE_FLAG: flag(isConferenceNeeded === true),
        }),
    end === null ? '' : (details.team ?? ''),
    end === null ? '' : worker.personId,
  ]),
});

/** A conference that follows an enquiry here is of no child that moves in under a plan. */
const transferredIn = flag(false);

export const conferences = (enquiries: readonly Enquiry[]): Table => ({
  columns: [
    'icpc_icpc_id',
    'icpc_icpc_meeting_id',
    'icpc_s47_enquiry_id',
    'icpc_person_id',
    'icpc_cp_plan_id',
    'icpc_referral_id',
    'icpc_icpc_transfer_in',
    'icpc_icpc_target_date',
    'icpc_icpc_date',
    'icpc_icpc_outcome_cp_flag',
    'icpc_icpc_outcome_json',
    'icpc_icpc_team',
    'icpc_icpc_worker_id',
  ],
  rows: enquiries.flatMap(({ id, childNumber, target, conference, details, worker }) => {
    if (conference === null) return [];
    const { heldOn, plan } = conference;
    const outcome = JSON.stringify({ CP_FLAG: flag(plan) });
    const who = [details.team ?? '', worker.personId];
    return [[`${id}-C`, '', id, childNumber ?? '', '', '', transferredIn, target, heldOn, flag(plan), outcome, ...who]];
  }),
});
