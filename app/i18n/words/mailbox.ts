import type { Words } from '../speak'

export const mailbox = {
  toStaff: { nl: 'Berichten aan coördinatoren', en: 'Messages to coordinators' },
  toSupervisors: { nl: 'Berichten aan toezichthouders', en: 'Messages to supervisors' },
  title: { nl: 'Postvak van de proef', en: 'Mailbox of the demonstration' },
  about: {
    nl: 'Wat toezichthouders gemaild zou zijn. In de proef gaat er niets de deur uit.',
    en: 'What would have been mailed to supervisors. In the demonstration nothing leaves the house.',
  },
  aboutStaff: {
    nl: 'Wat coördinatoren gemaild zou zijn. In de proef gaat er niets de deur uit.',
    en: 'What would have been mailed to coordinators. In the demonstration nothing leaves the house.',
  },
  list: { nl: 'Berichten, nieuwste eerst', en: 'Messages, newest first' },
  day: { nl: 'Dag', en: 'Day' },
  to: { nl: 'Aan toezichthouder', en: 'To supervisor' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  none: { nl: 'Nog geen berichten', en: 'No messages yet' },
  noneAbout: {
    nl: 'Zet de klok een dag verder: dan gaat de post van die dag hierheen.',
    en: 'Move the clock on by a day: the post of that day comes here.',
  },
  links: { nl: 'Links in dit bericht', en: 'Links in this message' },
  back: { nl: 'Terug naar het postvak', en: 'Back to the mailbox' },
} satisfies Words
