import { shortDay } from '../days'
import type { Words } from '../speak'

type By = { on: string; by: string | null }

/** Two sets of answers to one interview, of which one is to count. */
export const conflicts = {
  title: { nl: 'Te besluiten', en: 'To be decided' },
  about: {
    nl: 'Hier liggen antwoorden waarvan er twee zijn. Niets is overschreven. U kiest welke gelden.',
    en: 'Here are answers of which there are two. Nothing was written over. You choose which ones count.',
  },
  none: { nl: 'Er is niets te besluiten', en: 'There is nothing to decide' },
  done: { nl: 'Het besluit is vastgelegd', en: 'The decision was recorded' },
  pair: { nl: 'Paar', en: 'Pair' },
  noPair: { nl: 'Zonder paar', en: 'In no pair' },
  wave: { nl: 'Meting', en: 'Wave' },
  why: { nl: 'Wat er is', en: 'What there is' },
  on: { nl: 'Van', en: 'Of' },
  by: { nl: 'Interviewer', en: 'Interviewer' },
  oneTitle: {
    nl: ({ wave, pseudonym }: { wave: string; pseudonym: string }) => `Kies: ${wave} van ${pseudonym}`,
    en: ({ wave, pseudonym }: { wave: string; pseudonym: string }) => `Choose: ${wave} of ${pseudonym}`,
  },
  oneAbout: {
    nl: 'Alleen de vragen waarop iets anders is geantwoord staan hier. Wat u niet kiest, blijft in de geschiedenis.',
    en: 'Only the questions that were answered differently are here. What you do not choose stays in the history.',
  },
  same: {
    nl: 'Alle antwoorden zijn gelijk. U hoeft alleen te bevestigen.',
    en: 'All answers are the same. You only need to confirm.',
  },
  standing: {
    nl: ({ on, by }: By) => `Wat er staat, van ${shortDay('nl', on)}${by ? `, ${by}` : ''}`,
    en: ({ on, by }: By) => `What stands, of ${shortDay('en', on)}${by ? `, ${by}` : ''}`,
  },
  aside: {
    nl: ({ on, by }: By) => `Wat apart ligt, van ${shortDay('nl', on)}${by ? `, ${by}` : ''}`,
    en: ({ on, by }: By) => `What lies aside, of ${shortDay('en', on)}${by ? `, ${by}` : ''}`,
  },
  said: {
    nl: ({ side, answer }: { side: string; answer: string }) => `${answer} (${side})`,
    en: ({ side, answer }: { side: string; answer: string }) => `${answer} (${side})`,
  },
  first: { nl: 'staat', en: 'stands' },
  second: { nl: 'apart', en: 'aside' },
  notAnswered: { nl: 'Niet beantwoord', en: 'Not answered' },
  decide: { nl: 'Leg vast wat ik koos', en: 'Record what I chose' },
  allStanding: { nl: 'Alles wat er staat geldt', en: 'All that stands counts' },
  allAside: { nl: 'Alles wat apart ligt geldt', en: 'All that lies aside counts' },
  choose: { nl: 'Kies een van de twee.', en: 'Choose one of the two.' },
  notYours: {
    nl: 'Hierover besluit een andere interviewer. U sprak deze cliënt zelf, of u bent in deze studie geen interviewer.',
    en: 'Another interviewer decides about this. You talked to this client yourself, or you are no interviewer of this study.',
  },
} satisfies Words

/** Why there are two. */
export const conflictsWhy = {
  two_devices: { nl: 'Op twee apparaten ingevuld', en: 'Filled in on two devices' },
  out_of_time: { nl: 'Gevraagd toen het niet meer kon; telt niet', en: 'Asked when it was too late; does not count' },
  second_entry: { nl: 'Papier, door twee mensen anders ingevoerd', en: 'Paper, typed in differently by two people' },
} satisfies Words
