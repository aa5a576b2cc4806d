import type { Words } from '../speak'

/** Why a job could not be done again, the queue not be emptied, or what came back not be read. */
export const refusedJobs = {
  queue_away: {
    nl: 'De wachtrij is niet bereikbaar. Probeer het later opnieuw.',
    en: 'The queue cannot be reached. Try again later.',
  },
  job_gone: {
    nl: 'Deze taak is er niet meer, of zij is niet meer mislukt.',
    en: 'This job is no longer there, or it no longer counts as failed.',
  },
  unreadable_mailbox: {
    nl: 'Daar is geen mbox-bestand of Maildir-map die te lezen is.',
    en: 'There is no mbox file or Maildir folder there that can be read.',
  },
} satisfies Words
