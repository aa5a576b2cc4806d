import { grouped } from './grouped'

/** Codes that speak against a criterion of §2.1, and those seen in the field that stand by themselves. */
export const criteriaReasons = grouped('criteria', '§2.1', {
  not_conditional: { nl: 'Geen voorwaardelijke sanctie', en: 'Not a conditional sanction' },
  electronic_monitoring: { nl: 'Elektronisch toezicht', en: 'Electronic monitoring' },
  penitentiary_programme: { nl: 'Penitentiair programma', en: 'Penitentiary programme' },
  supervision_not_started: { nl: 'Het toezicht is niet echt gestart', en: 'Supervision has not really started' },
  supervisor_unknown: { nl: 'Nog niet bekend wie de toezichthouder is', en: 'Not yet known who the supervisor is' },
  phone_contact_only: { nl: 'Alleen telefonisch contact', en: 'Contact by telephone only' },
  voluntary_frame: { nl: 'Vrijwillig kader', en: 'Voluntary frame' },
  administrative_restart: { nl: 'Administratieve herstart', en: 'Administrative restart' },
  revision_of_supervision: {
    nl: 'Wijziging van niveau of vorm van een lopend toezicht',
    en: 'Change of level or form of a running supervision',
  },
  too_many_contacts_late_registration: {
    nl: 'Te veel gesprekken, doordat het toezicht te laat in het register stond',
    en: 'Too many talks, because the register showed the supervision too late',
  },
  too_many_contacts: { nl: 'Te veel gesprekken gehad', en: 'Too many talks held' },
  no_dutch: { nl: 'Spreekt te weinig Nederlands', en: 'Does not speak enough Dutch' },
  in_clinic: { nl: 'Opgenomen in een kliniek', en: 'Admitted to a clinic' },
  returned_within_four_contacts: {
    nl: 'Teruggestuurd binnen vier gesprekken',
    en: 'Returned within four talks',
  },
  reoffended_or_detained: { nl: 'Nieuw delict of vast', en: 'Reoffended or detained' },
  transferred_elsewhere: { nl: 'Overgedragen naar een andere plaats', en: 'Transferred elsewhere' },
  abroad: { nl: 'Naar het buitenland', en: 'Moved abroad' },
  supervisor_keeps_changing: { nl: 'Steeds een andere toezichthouder', en: 'Supervisor changing all the time' },
  home_visits_only: { nl: 'Alleen huisbezoeken', en: 'Home visits only' },
  deceased: { nl: 'De cliënt is overleden', en: 'The client has died' },
})
