import type { Words } from '../speak'

/** Around the place to sign. */
export const signing = {
  how: { nl: 'Teken met een vinger, een pen of de muis.', en: 'Draw with a finger, a pen or the mouse.' },
  otherwise: { nl: 'Lukt dat niet, gebruik dan papier:', en: 'If you cannot, use paper:' },
  withoutScript: {
    nl: 'Hier kunt u nu niet tekenen, want JavaScript staat uit. Het papieren formulier werkt wel.',
    en: 'You cannot draw here now, because JavaScript is off. The paper form does work.',
  },
  clear: { nl: 'Wissen', en: 'Clear' },
  signed: { nl: 'Getekend', en: 'Signed' },
  empty: { nl: 'Nog leeg', en: 'Still empty' },
} satisfies Words

/** Around a text that is read aloud. */
export const reading = {
  progress: {
    nl: ({ at, of }: { at: number; of: number }) => `${at} van ${of}`,
    en: ({ at, of }: { at: number; of: number }) => `${at} of ${of}`,
  },
  previous: { nl: 'Vorige', en: 'Previous' },
  next: { nl: 'Volgende', en: 'Next' },
  speak: { nl: 'Lees voor', en: 'Read aloud' },
  stop: { nl: 'Stop', en: 'Stop reading' },
} satisfies Words
