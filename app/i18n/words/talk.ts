import type { Words } from '../speak'

type Progress = { done: number; of: number }

/** Around the questions of a talk, one at a time. The questions themselves come from the instruments. */
export const talk = {
  progress: { nl: 'Hoe ver', en: 'How far' },
  progressOf: {
    nl: ({ done, of }: Progress) => `${done} van ${of} beantwoord`,
    en: ({ done, of }: Progress) => `${done} of ${of} answered`,
  },
  next: { nl: 'Verder', en: 'Next' },
  back: { nl: 'Terug', en: 'Back' },
  pause: { nl: 'Pauze', en: 'Pause' },
  inLanguage: { nl: 'In het Nederlands', en: 'In English' },
  typed: { nl: 'Getal', en: 'Number' },
  noAnswer: { nl: 'Geen antwoord', en: 'No answer' },
  keys: {
    nl: 'Toetsen: het cijfer van het antwoord kiest en gaat verder, N is geen antwoord, Backspace is terug.',
    en: 'Keys: the number of the answer chooses it and goes on, N is no answer, Backspace is back.',
  },
  note: { nl: 'Opmerking bij deze vraag', en: 'Note on this question' },
  noteLabel: { nl: 'Opmerking', en: 'Note' },
  noteHint: {
    nl: 'Alleen wat nodig is om het antwoord te begrijpen. Geen namen of nummers van mensen.',
    en: 'Only what is needed to understand the answer. No names or numbers of people.',
  },
  paused: { nl: 'Pauze', en: 'Pause' },
  pausedAbout: {
    nl: 'De antwoorden zijn bewaard. Niemand ziet ze nu.',
    en: 'The answers are kept. Nobody sees them now.',
  },
  goOn: { nl: 'Ga verder', en: 'Go on' },
} satisfies Words
