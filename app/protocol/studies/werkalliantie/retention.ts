import type { StudyProtocol } from '../../study'

const TEN_YEARS = { months: 120 }

/**
 * How long each kind of material is kept (protocol §6). The section names one time, and its own word for it is
 * **decided**: ninety days for who never took part. The others are decided here, each as short as its reason allows.
 */
export const retention = {
  names_never_took_part: {
    cite: '§6',
    label: { nl: 'Namen van wie niet meedeed', en: 'Names of people who never took part' },
    why: {
      nl: 'Een zaak kan in die tijd nog terugkomen. Aantallen en redenen blijven.',
      en: 'A case can still come back in that time. Counts and reasons stay.',
    },
    from: 'case_closed',
    keep: { days: 90 },
    decided: false,
  },
  names_of_participants: {
    cite: '§6',
    label: {
      nl: 'Namen, nummers en handtekeningen van deelnemers, en de sleutel',
      en: 'Names, numbers and signatures of participants, and the key',
    },
    why: {
      nl: 'Om na te vragen in het register hoe het toezicht ging, en wie wil stoppen nog te kunnen vinden.',
      en: 'To ask the register how supervision went, and to find those who want to stop.',
    },
    from: 'follow_up_over',
    keep: { months: 6 },
    decided: true,
  },
  names_of_supervisors: {
    cite: '§6',
    label: { nl: 'Namen en mailadressen van toezichthouders', en: 'Names and mail addresses of supervisors' },
    why: {
      nl: 'Om hun iets te vragen, en hun antwoorden te kunnen vinden als zij die willen zien of wissen.',
      en: 'To ask them something, and to find their answers when they want to see or erase them.',
    },
    from: 'last_question_closed',
    keep: { months: 6 },
    decided: true,
  },
  consent_forms: {
    cite: '§6',
    label: {
      nl: 'Wat er op het toestemmingsformulier is gezegd, zonder naam of handtekening',
      en: 'What was said on the consent form, without name or signature',
    },
    why: {
      nl: 'Zolang de antwoorden er zijn, moet te zien zijn dat ze gebruikt mogen worden.',
      en: 'As long as there are answers, it must be possible to show that they may be used.',
    },
    from: 'study_closed',
    keep: TEN_YEARS,
    decided: true,
  },
  mail_shown: {
    cite: '§6',
    label: { nl: 'Teksten van berichten', en: 'Texts of messages' },
    why: {
      nl: 'Om te kunnen nagaan wat er is gestuurd zolang erop geantwoord kan worden.',
      en: 'To see what was sent as long as it can be answered.',
    },
    from: 'sent',
    keep: { days: 90 },
    decided: true,
  },
  sessions: {
    cite: '§6',
    label: { nl: 'Sessies van wie is ingelogd', en: 'Sessions of who is signed in' },
    why: { nl: 'Om ingelogd te blijven, en niet langer.', en: 'To stay signed in, and no longer.' },
    from: 'begun',
    keep: { hours: 12 },
    decided: true,
  },
  refused_rows: {
    cite: '§6',
    label: { nl: 'Geweigerde rijen van een import', en: 'Refused rows of an import' },
    why: {
      nl: 'Om ze te kunnen verbeteren: er kan een naam in staan.',
      en: 'To be able to mend them: there may be a name in them.',
    },
    from: 'received',
    keep: { hours: 24 },
    decided: true,
  },
  uploaded_files: {
    cite: '§6',
    label: { nl: 'Bestanden die zijn ingestuurd', en: 'Files that were sent in' },
    why: {
      nl: 'Tot ze zijn ingelezen. Een scan van een formulier hoort bij het formulier.',
      en: 'Until they are read in. A scan of a form belongs to the form.',
    },
    from: 'received',
    keep: { hours: 24 },
    decided: true,
  },
  register_files: {
    cite: '§5',
    label: {
      nl: 'Gebeurtenissen uit een bestand van het register',
      en: 'Events out of a file of the register',
    },
    why: {
      nl: 'Om uitkomsten te kunnen bepalen. Bij elk bestand staat de dag van wissen die met de bron is afgesproken; is er geen afgesproken, dan is het deze termijn.',
      en: 'To tell outcomes. Each file has the day of erasing that was agreed with its source; when none was, it is this term.',
    },
    from: 'taken_in',
    keep: TEN_YEARS,
    decided: true,
  },
  answers: {
    cite: '§6',
    label: { nl: 'Antwoorden, onder een nummer', en: 'Answers, under a number' },
    why: {
      nl: 'Om uitkomsten te kunnen controleren, zoals voor onderzoek gebruikelijk is.',
      en: 'To be able to check the results, as is usual for research.',
    },
    from: 'study_closed',
    keep: TEN_YEARS,
    decided: true,
  },
  audit: {
    cite: '§6',
    label: { nl: 'Wie wat heeft gedaan, zonder namen', en: 'Who did what, without names' },
    why: {
      nl: 'Om zolang er antwoorden zijn te kunnen nagaan wat ermee is gebeurd.',
      en: 'To see, as long as there are answers, what was done with them.',
    },
    from: 'study_closed',
    keep: TEN_YEARS,
    decided: true,
  },
} as const satisfies StudyProtocol['retention']
