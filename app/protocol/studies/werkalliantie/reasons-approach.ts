import { grouped } from './grouped'

/** Why a client who may be approached is not interviewed (protocol §2, step 5), by the published group that counts it. */
export const approachReasons = {
  ...grouped('refused', '§2', {
    unknown: { nl: 'Wil niet, reden onbekend', en: 'Refused, reason unknown' },
    does_not_feel_like_it: { nl: 'Heeft geen zin', en: 'Does not feel like it' },
    no_time: { nl: 'Heeft geen tijd', en: 'Has no time' },
    too_many_problems: { nl: 'Heeft te veel problemen', en: 'Has too many problems' },
    not_interested: { nl: 'Heeft geen interesse', en: 'Is not interested' },
    sceptical_of_research: { nl: 'Vertrouwt onderzoek niet', en: 'Is sceptical of research' },
    no_need: { nl: 'Heeft er geen behoefte aan', en: 'Has no need of it' },
    supervision_is_enough: { nl: 'Vindt het toezicht al genoeg', en: 'Finds supervision enough' },
    does_not_want_to_talk_about_supervision: {
      nl: 'Wil niet over het toezicht praten',
      en: 'Does not want to talk about supervision',
    },
    no_opinion_yet: { nl: 'Heeft nog geen mening', en: 'Has no opinion yet' },
    refuses_everything: { nl: 'Weigert alles', en: 'Refuses everything' },
    thinks_dutch_too_poor: { nl: 'Vindt het eigen Nederlands te slecht', en: 'Thinks their Dutch is too poor' },
    companion_waiting: { nl: 'Er wacht iemand', en: 'Somebody is waiting' },
    reward_too_small: { nl: 'Vindt de beloning te klein', en: 'Finds the reward too small' },
    do_not_ask: { nl: 'Wil niet meer gevraagd worden', en: 'Does not want to be asked any more' },
    withdrew: { nl: 'De toestemming is ingetrokken', en: 'Consent was withdrawn' },
  }),
  ...grouped('no_show_three_times', '§3', {
    no_show_three_times: { nl: 'Drie keer niet verschenen', en: 'Did not appear three times' },
  }),
  ...grouped('practical', '§2', {
    practical: { nl: 'Praktische reden', en: 'Practical reason' },
  }),
  ...grouped('practical', '§2.1', {
    supervisor_full: { nl: 'De toezichthouder zat inmiddels vol', en: 'The supervisor had become full' },
    intoxicated_or_confused: {
      nl: 'Onder invloed, of te verward om te spreken',
      en: 'Intoxicated, or too confused to be spoken to',
    },
    fifth_contact_held: {
      nl: 'Het vijfde gesprek is gehouden voordat het interview kon',
      en: 'The fifth talk was held before the interview could be',
    },
    supervisor_declines: { nl: 'De toezichthouder doet niet meer mee', en: 'The supervisor no longer takes part' },
    deceased: { nl: 'De cliënt is overleden', en: 'The client has died' },
    location_not_open: {
      waits: true,
      nl: 'De toestemming om op deze locatie te werven is er niet meer',
      en: 'This location no longer has the approval to recruit',
    },
  }),
  ...grouped('practical', '§6', {
    approached_elsewhere: {
      waits: true,
      nl: 'De cliënt wordt al benaderd vanuit een ander toezicht',
      en: 'The client is being approached from another supervision already',
    },
    took_part_before: { nl: 'De cliënt deed al eerder mee', en: 'The client took part before' },
    refused_before: { nl: 'De cliënt wilde eerder niet meedoen', en: 'The client did not want to take part before' },
  }),
}
