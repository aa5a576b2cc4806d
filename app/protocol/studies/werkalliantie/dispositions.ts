import type { Disposition } from '../../dispositions'
import type { reasons } from './reasons'

type Intake = Omit<typeof reasons, 'T2'>
type Complete = { readonly [Step in keyof Intake]: Readonly<Record<keyof Intake[Step], Disposition>> }

/**
 * How each reason counts in the outcome rates (decided). Of a case that left before its criteria were known nothing says
 * that it is eligible, also when somebody said no: that is unknown, by the Standard Definitions. A supervisor who judges
 * that the client cannot be approached keeps the door: the client was not reached.
 */
export const dispositions = {
  register: {
    not_started: 'not_eligible',
    waiting_list: 'not_eligible',
    supervisor_full: 'quota_filled',
    location_not_open: 'out_of_sample',
    outside_inclusion_period: 'out_of_sample',
    took_part_before: 'duplicate',
    refused_before: 'duplicate',
    do_not_ask: 'unknown_if_eligible',
    withdrew: 'unknown_if_eligible',
  },
  inquiry: {
    no_reply: 'not_screened',
    supervisor_declines: 'not_screened',
    supervisor_declines_altogether: 'not_screened',
    supervisor_full: 'quota_filled',
    took_part_before: 'duplicate',
    refused_before: 'duplicate',
    do_not_ask: 'unknown_if_eligible',
    withdrew: 'unknown_if_eligible',
  },
  criteria: {
    not_conditional: 'not_eligible',
    electronic_monitoring: 'not_eligible',
    penitentiary_programme: 'not_eligible',
    supervision_not_started: 'not_eligible',
    supervisor_unknown: 'not_eligible',
    phone_contact_only: 'not_eligible',
    voluntary_frame: 'not_eligible',
    administrative_restart: 'not_eligible',
    revision_of_supervision: 'not_eligible',
    too_many_contacts_late_registration: 'not_eligible',
    too_many_contacts: 'not_eligible',
    no_dutch: 'not_eligible',
    in_clinic: 'not_eligible',
    returned_within_four_contacts: 'not_eligible',
    reoffended_or_detained: 'not_eligible',
    transferred_elsewhere: 'not_eligible',
    abroad: 'not_eligible',
    supervisor_keeps_changing: 'not_eligible',
    home_visits_only: 'not_eligible',
    deceased: 'not_eligible',
  },
  judgement: {
    client_circumstances: 'no_access',
    supervisor_workload: 'no_access',
    supervisor_is_trainee: 'no_access',
    took_part_in_other_study: 'no_access',
    unknown: 'no_access',
  },
  approach: {
    unknown: 'refusal',
    does_not_feel_like_it: 'refusal',
    no_time: 'refusal',
    too_many_problems: 'refusal',
    not_interested: 'refusal',
    sceptical_of_research: 'refusal',
    no_need: 'refusal',
    supervision_is_enough: 'refusal',
    does_not_want_to_talk_about_supervision: 'refusal',
    no_opinion_yet: 'refusal',
    refuses_everything: 'refusal',
    thinks_dutch_too_poor: 'refusal',
    companion_waiting: 'refusal',
    reward_too_small: 'refusal',
    do_not_ask: 'refusal',
    withdrew: 'refusal',
    no_show_three_times: 'away',
    practical: 'other',
    supervisor_full: 'quota_filled',
    intoxicated_or_confused: 'unable',
    fifth_contact_held: 'other',
    supervisor_declines: 'no_access',
    deceased: 'dead',
    location_not_open: 'out_of_sample',
    approached_elsewhere: 'duplicate',
    took_part_before: 'duplicate',
    refused_before: 'duplicate',
  },
} as const satisfies Complete
