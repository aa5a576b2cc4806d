import type { Words } from './words'

type AlarmWords = {
  /** What is the matter; the amount stands where the words have it. */
  readonly what: (amount: number) => Words
  /** What to look at. */
  readonly look: Words
}

/** What somebody who runs the system has to look at. docs/operation.md says what to do about each. */
export const ALARMS = {
  mail_late: {
    what: (amount) => ({
      nl: `Berichten die langer dan een uur wachten: ${amount}`,
      en: `Messages that wait for more than an hour: ${amount}`,
    }),
    look: {
      nl: 'Kijk of de worker draait en of de mailserver bereikbaar is.',
      en: 'See if the worker runs and if the mail server can be reached.',
    },
  },
  mail_stopped: {
    what: () => ({
      nl: 'De mailserver weigert alle berichten',
      en: 'The mail server refuses every message',
    }),
    look: {
      nl: 'Kijk naar het wachtwoord en de afzender. Het antwoord van de server staat in het log.',
      en: 'Look at the password and the sender. The answer of the server is in the log.',
    },
  },
  worker_silent: {
    what: (amount) => ({
      nl: `Vast werk is niet gedaan. Uren geleden voor het laatst: ${amount}`,
      en: `Recurring work was not done. Hours since the last time: ${amount}`,
    }),
    look: {
      nl: 'Start de worker. Draait hij? Kijk dan welke taken mislukten.',
      en: 'Start the worker. Does it run? Then see which jobs failed.',
    },
  },
  work_differs: {
    what: (amount) => ({
      nl: `Stukken werk die anders bleken dan opnieuw berekend: ${amount}`,
      en: `Pieces of work that turned out otherwise when derived anew: ${amount}`,
    }),
    look: {
      nl: 'Dit is een fout in het programma. Het werk is hersteld. Meld het aan de makers.',
      en: 'This is a mistake of the program. The work was mended. Tell its makers.',
    },
  },
  backup_old: {
    what: (amount) => ({
      nl: `Er is te lang geen back-up gemaakt. Uren sinds de laatste: ${amount}`,
      en: `No back-up was made for too long. Hours since the last one: ${amount}`,
    }),
    look: {
      nl: 'Kijk bij de back-ups waarom het niet lukt, en of er plaats is op de schijf.',
      en: 'See at the back-ups why it fails, and if the disk has room.',
    },
  },
  drill_failed: {
    what: () => ({
      nl: 'De laatste back-up kon niet worden teruggezet',
      en: 'The last back-up could not be restored',
    }),
    look: {
      nl: 'Maak een nieuwe back-up en probeer die terug te zetten.',
      en: 'Make a new back-up and try to restore it.',
    },
  },
} as const satisfies Record<string, AlarmWords>

export type AlarmKind = keyof typeof ALARMS

export const ALARM_KINDS = Object.keys(ALARMS) as AlarmKind[]
