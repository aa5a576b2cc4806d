import { grouped } from './grouped'
import { approachReasons } from './reasons-approach'
import { criteriaReasons } from './reasons-criteria'

const do_not_ask = { nl: 'De cliënt wil niet gevraagd worden', en: 'The client does not want to be asked' }
const took_part_before = { nl: 'De cliënt deed al eerder mee', en: 'The client took part before' }
const refused_before = { nl: 'De cliënt wilde eerder niet meedoen', en: 'The client did not want to take part before' }
const withdrew = { nl: 'De toestemming is ingetrokken', en: 'Consent was withdrawn' }

const registerReasons = {
  ...grouped('register', '§2', {
    not_started: { waits: true, nl: 'Het toezicht is nog niet gestart', en: 'Supervision has not started' },
    waiting_list: { waits: true, nl: 'De cliënt staat op een wachtlijst', en: 'The client is on a waiting list' },
    supervisor_full: {
      waits: true,
      nl: 'De toezichthouder heeft al het hoogste aantal cliënten in het onderzoek',
      en: 'The supervisor already has the most clients allowed in the study',
    },
  }),
  ...grouped('register', '§2.1', {
    location_not_open: {
      waits: true,
      nl: 'Voor deze locatie is de toestemming om te werven er nog niet',
      en: 'This location has no approval yet to recruit',
    },
    outside_inclusion_period: {
      nl: 'Aangemeld buiten de periode waarin deze regio meedoet',
      en: 'Registered outside the period in which this region takes part',
    },
  }),
  ...grouped('register', '§6', {
    took_part_before,
    refused_before,
    do_not_ask,
    withdrew,
  }),
}

const inquiryReasons = {
  ...grouped('no_reply', '§2.2', {
    no_reply: { nl: 'De toezichthouder heeft niet geantwoord', en: 'The supervisor did not answer' },
  }),
  ...grouped('supervisor_judgement', '§6', {
    supervisor_declines: {
      nl: 'De toezichthouder doet voor deze cliënt niet mee',
      en: 'The supervisor does not take part for this client',
    },
    supervisor_declines_altogether: {
      nl: 'De toezichthouder doet helemaal niet mee aan het onderzoek',
      en: 'The supervisor does not take part in the study at all',
    },
  }),
  ...grouped('inquiry', '§2', {
    supervisor_full: {
      waits: true,
      nl: 'De toezichthouder aan wie de vraag ging heeft al het hoogste aantal cliënten in het onderzoek',
      en: 'The supervisor to whom the question went already has the most clients allowed in the study',
    },
  }),
  ...grouped('inquiry', '§6', { took_part_before, refused_before, do_not_ask, withdrew }),
}

const judgementReasons = grouped('supervisor_judgement', '§2', {
  client_circumstances: { nl: 'Omstandigheden van de cliënt', en: 'The client’s circumstances' },
  supervisor_workload: { nl: 'De toezichthouder heeft het te druk', en: 'The supervisor’s workload' },
  supervisor_is_trainee: { nl: 'De toezichthouder is nog in opleiding', en: 'The supervisor is a trainee' },
  took_part_in_other_study: {
    nl: 'De cliënt deed al mee aan een ander onderzoek',
    en: 'The client took part in another study',
  },
  unknown: { nl: 'Reden onbekend', en: 'Reason unknown' },
})

/** Why a client of T1 is lost before T2: the four published ones, and what else can happen. */
export const lossReasons = grouped('lost', '§4.4', {
  supervision_ended: { nl: 'Het toezicht is beëindigd', en: 'Supervision has ended' },
  criteria_no_longer_met: {
    nl: 'De cliënt voldoet niet meer aan de criteria',
    en: 'The client no longer meets the criteria',
  },
  refused: { nl: 'De cliënt wil niet nog een keer meedoen', en: 'The client does not want to take part again' },
  unreliable_answers: { nl: 'De antwoorden waren niet betrouwbaar', en: 'The answers were not reliable' },
  no_show_three_times: { nl: 'Drie keer niet verschenen', en: 'Did not appear three times' },
  window_closed: {
    nl: 'De periode voor de tweede meting is voorbij',
    en: 'The period for the second measurement is over',
  },
  withdrew,
  deceased: { nl: 'De cliënt is overleden', en: 'The client has died' },
})

export const reasons = {
  register: registerReasons,
  inquiry: inquiryReasons,
  criteria: criteriaReasons,
  judgement: judgementReasons,
  approach: approachReasons,
  T2: lossReasons,
}
