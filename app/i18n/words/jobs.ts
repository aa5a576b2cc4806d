import { count } from '../numbers'
import type { Words } from '../speak'

type N = { n: number }

/** How the work of the machine fares. */
export const jobs = {
  title: { nl: 'Taken en alarmen', en: 'Jobs and alarms' },
  about: {
    nl: 'Wat het systeem uit zichzelf doet: de vaste taken, de wachtrij en de post. Hier staan geen mensen.',
    en: 'What the system does by itself: the recurring jobs, the queue and the mail. No people stand here.',
  },
  alarms: { nl: 'Alarmen', en: 'Alarms' },
  noAlarms: { nl: 'Er is geen alarm.', en: 'There is no alarm.' },
  noneYet: { nl: 'Er was nog geen alarm', en: 'There was no alarm yet' },
  alarm: { nl: 'Wat er is', en: 'What is the matter' },
  since: { nl: 'Sinds', en: 'Since' },
  sinceWhen: {
    nl: ({ when }: { when: string }) => `Sinds ${when}.`,
    en: ({ when }: { when: string }) => `Since ${when}.`,
  },
  until: { nl: 'Tot', en: 'Until' },
  over: { nl: 'Eerdere alarmen', en: 'Earlier alarms' },
  stands: { nl: 'is er nog', en: 'still stands' },
  queue: { nl: 'Wachtrij', en: 'Queue' },
  queueAway: {
    nl: 'De wachtrij is niet bereikbaar. Vaste taken lopen nu niet.',
    en: 'The queue cannot be reached. Recurring jobs do not run now.',
  },
  waiting: { nl: 'Wacht', en: 'Waiting' },
  active: { nl: 'Bezig', en: 'At work' },
  delayed: { nl: 'Gepland', en: 'Planned' },
  failed: { nl: 'Mislukt', en: 'Failed' },
  failedJobs: { nl: 'Mislukte taken', en: 'Failed jobs' },
  noneFailed: { nl: 'Er is niets mislukt', en: 'Nothing failed' },
  noneFailedAbout: {
    nl: 'Een mislukte taak blijft een week staan.',
    en: 'A job that failed stays for a week.',
  },
  job: { nl: 'Taak', en: 'Job' },
  number: { nl: 'Nummer', en: 'Id' },
  failedAt: { nl: 'Mislukt op', en: 'Failed at' },
  reason: { nl: 'Reden', en: 'Reason' },
  doing: { nl: 'Doen', en: 'Do' },
  retry: { nl: 'Opnieuw doen', en: 'Do again' },
  retryOf: { nl: ({ job }: { job: string }) => `van ${job}`, en: ({ job }: { job: string }) => `of ${job}` },
  retried: { nl: 'De taak wordt opnieuw gedaan.', en: 'The job is done again.' },
  activeJobs: { nl: 'Bezig', en: 'At work' },
  noneActive: { nl: 'Er is nu niets bezig.', en: 'Nothing is at work now.' },
  timetable: { nl: 'Vaste taken', en: 'Recurring jobs' },
  next: { nl: 'Volgende keer', en: 'Next time' },
  last: { nl: 'Laatst gedaan', en: 'Last done' },
  lastDay: { nl: 'Voor de dag', en: 'For the day' },
  never: { nl: 'nog niet', en: 'not yet' },
  lost: { nl: 'komt terug binnen een minuut', en: 'comes back within a minute' },
  noTimetable: { nl: 'De worker heeft nog niet gedraaid', en: 'The worker has not run yet' },
  noTimetableAbout: { nl: 'Start de worker met: koppel work.', en: 'Start the worker with: koppel work.' },
  backups: { nl: 'Back-ups', en: 'Back-ups' },
  noBackups: { nl: 'Er is nog geen back-up gemaakt', en: 'No back-up was made yet' },
  noBackupsAbout: {
    nl: 'Zet KOPPEL_BACKUP_DIR en KOPPEL_BACKUP_RECIPIENT voor een back-up per nacht.',
    en: 'Set KOPPEL_BACKUP_DIR and KOPPEL_BACKUP_RECIPIENT for one each night.',
  },
  backupWhat: { nl: 'Wat', en: 'What' },
  backupWhen: { nl: 'Wanneer', en: 'When' },
  backupOutcome: { nl: 'Hoe het ging', en: 'How it went' },
  backupSize: { nl: 'Megabyte', en: 'Megabytes' },
  backupRefused: {
    nl: ({ code }: { code: string }) => `niet gelukt (${code}): zie het log`,
    en: ({ code }: { code: string }) => `failed (${code}): see the log`,
  },
  mail: { nl: 'Post', en: 'Mail' },
  mailWaiting: {
    nl: ({ n }: N) =>
      n === 1 ? '1 bericht had al weg kunnen gaan.' : `${count('nl', n)} berichten hadden al weg kunnen gaan.`,
    en: ({ n }: N) =>
      n === 1 ? '1 message could have left by now.' : `${count('en', n)} messages could have left by now.`,
  },
  noMail: { nl: 'Er is nog geen post', en: 'There is no mail yet' },
  drain: { nl: 'Wachtrij leegmaken', en: 'Empty the queue' },
  drainAbout: {
    nl: 'Dit haalt weg wat nu wacht. Er gaat niets verloren: wat er te doen is staat in de database. Binnen een minuut wordt er opnieuw om gevraagd, ook om de ronde van de dag als die er nog niet was.',
    en: 'This takes out what waits now. Nothing is lost: what is to be done stands in the database. It is asked for again within a minute, the round of the day too when it had not come yet.',
  },
  sure: { nl: 'Ja, maak de wachtrij leeg', en: 'Yes, empty the queue' },
  certain: { nl: 'Zeker weten', en: 'Being sure' },
  drained: {
    nl: ({ n }: N) => (n === 1 ? 'Er is 1 taak weggehaald.' : `Er zijn ${count('nl', n)} taken weggehaald.`),
    en: ({ n }: N) => (n === 1 ? '1 job was taken out.' : `${count('en', n)} jobs were taken out.`),
  },
} satisfies Words

/** The recurring jobs by name; another goes by its own. */
export const jobNames = {
  'daily-sweep': { nl: 'Ronde van de dag', en: 'Round of the day' },
  'non-response': { nl: 'Sluiten wat niet beantwoord is', en: 'Closing what was not answered' },
  retention: { nl: 'Wissen wat niet meer nodig is', en: 'Erasing what is no longer needed' },
  minute: { nl: 'Elke minuut: wat half af is', en: 'Each minute: what is half done' },
  'seal-audit': { nl: 'Het logboek verzegelen', en: 'Sealing the trail' },
  'send-mail': { nl: 'Versturen van de post', en: 'Sending the mail' },
  'send-codes': { nl: 'Versturen van codes', en: 'Sending codes' },
  'recompute-work': { nl: 'Nakijken wat er te doen is', en: 'Checking what is to be done' },
  backup: { nl: 'Back-up van de nacht', en: 'Back-up of the night' },
  'restore-drill': { nl: 'Proef met terugzetten', en: 'Drill of restoring' },
  'read-bounces': { nl: 'Lezen wat terugkomt', en: 'Reading what comes back' },
} satisfies Words

/** What was done with a back-up. */
export const backupKinds = {
  backup: { nl: 'Back-up', en: 'Back-up' },
  drill: { nl: 'Proef met terugzetten', en: 'Drill of restoring' },
} satisfies Words

/** How that went, beside the sentences of refusals. */
export const backupOutcomes = {
  made: { nl: 'gemaakt', en: 'made' },
  restored: { nl: 'teruggezet, vergeleken en geopend', en: 'restored, compared and opened' },
  unchanged: {
    nl: 'alleen bekeken: het bestand is zoals het geschreven is. Terugzetten kan hier niet, want de sleutel is elders.',
    en: 'looked at only: the file is as it was written. It cannot be restored here, for the key is elsewhere.',
  },
  failed: { nl: 'mislukt: zie het log', en: 'failed: see the log' },
} satisfies Words
