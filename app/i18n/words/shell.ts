import { longDay } from '../days'
import type { Words } from '../speak'

/** What stands around every page. */
export const shell = {
  title: { nl: 'Koppel', en: 'Koppel' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to content' },
  menu: { nl: 'Hoofdmenu', en: 'Main menu' },
  room: {
    nl: ({ max }: { max: number }) => `Er passen ${max} tekens in.`,
    en: ({ max }: { max: number }) => `There is room for ${max} characters.`,
  },
  toField: { nl: 'Naar dit veld', en: 'To this field' },
  today: { nl: 'Vandaag', en: 'Today' },
  pressing: {
    nl: ({ shown, n }: { shown: string; n: number }) =>
      n === 1 ? '1 moet vandaag of is te laat' : `${shown} moeten vandaag of zijn te laat`,
    en: ({ shown }: { shown: string }) => `${shown} due or overdue`,
  },
  flow: { nl: 'Stroom', en: 'Flow' },
  intake: { nl: 'Instroom', en: 'Intake' },
  dyads: { nl: 'Koppels', en: 'Dyads' },
  consents: { nl: 'Toestemming', en: 'Consent' },
  reconciliation: { nl: 'Telling', en: 'Counts' },
  privacy: { nl: 'Privacy', en: 'Privacy' },
  mailbox: { nl: 'Postvak', en: 'Mailbox' },
  reidentify: { nl: 'Wie is dit?', en: 'Who is this?' },
  signIn: { nl: 'Aanmelden', en: 'Sign in' },
  signOut: { nl: 'Afmelden', en: 'Sign out' },
  study: { nl: 'Onderzoek', en: 'Study' },
  studySubmit: { nl: 'Kies', en: 'Choose' },
  theme: {
    nl: ({ next }: { next: 'system' | 'light' | 'dark' }) =>
      `Kleuren: ${{ system: 'als het apparaat', light: 'licht', dark: 'donker' }[next]}`,
    en: ({ next }: { next: 'system' | 'light' | 'dark' }) =>
      `Colours: ${{ system: 'as the device', light: 'light', dark: 'dark' }[next]}`,
  },
  demo: { nl: 'Proefopstelling met verzonnen mensen', en: 'Demonstration with invented people' },
  components: { nl: 'Onderdelen', en: 'Components' },
  clock: { nl: 'Klok van de proef', en: 'Demo clock' },
  clockNow: {
    nl: ({ today }: { today: string }) => `Klok van de proef: ${longDay('nl', today)}`,
    en: ({ today }: { today: string }) => `Demo clock: ${longDay('en', today)}`,
  },
  clockMoving: {
    nl: ({ target }: { target: string }) => `onderweg naar ${longDay('nl', target)}`,
    en: ({ target }: { target: string }) => `moving to ${longDay('en', target)}`,
  },
  clockDay: { nl: 'Dag verder', en: 'On a day' },
  clockWeek: { nl: 'Week verder', en: 'On a week' },
  clockMonth: { nl: 'Maand verder', en: 'On a month' },
  first: { nl: 'Naar het begin', en: 'To the beginning' },
  next: { nl: 'Volgende', en: 'Next' },
  pages: { nl: 'Verder bladeren', en: 'More pages' },
} satisfies Words

/** The roles by name. */
export const roles = {
  coordinator: { nl: 'coördinator', en: 'coordinator' },
  interviewer: { nl: 'interviewer', en: 'interviewer' },
  analyst: { nl: 'analist', en: 'analyst' },
  data_manager: { nl: 'databeheerder', en: 'data manager' },
  key_holder: { nl: 'sleutelbewaarder', en: 'key holder' },
  privacy_officer: { nl: 'privacyfunctionaris', en: 'privacy officer' },
} satisfies Words
