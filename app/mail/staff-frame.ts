import type { Language } from '../i18n/language'

/** Of which part of the day's work the digest tells: what should have been done, what is today's, what runs out. */
export type DigestPart = 'overdue' | 'due' | 'closing'

type Frame = {
  readonly subject: {
    readonly digest: (pieces: number) => string
    readonly mail: (failed: number) => string
    readonly warnings: (windows: number) => string
  }
  readonly about: (day: string) => string
  readonly parts: Readonly<Record<DigestPart, (count: number) => string>>
  readonly failed: (count: number) => string
  readonly more: (count: number) => string
  readonly piece: (piece: {
    readonly what: string
    readonly who: string
    readonly where: string
    readonly due: string
  }) => string
  readonly warnings: string
  readonly window: (window: {
    readonly pair: string
    readonly where: string
    readonly left: number
    readonly last: string
  }) => string
  readonly link: string
  readonly why: string
}

/** What is said to a coordinator, in both languages: our own words, in plain language (B1). */
export const staffFrames = {
  nl: {
    subject: {
      digest: (pieces) => `Uw werk voor vandaag: ${pieces} ${pieces === 1 ? 'ding' : 'dingen'}`,
      mail: (failed) => (failed === 1 ? 'Een bericht kwam niet aan' : `${failed} berichten kwamen niet aan`),
      warnings: (windows) =>
        windows === 1 ? 'Let op: een venster gaat bijna dicht' : `Let op: ${windows} vensters gaan bijna dicht`,
    },
    about: (day) => `Dit is er op ${day} te doen.`,
    parts: {
      overdue: (count) => `Te laat: ${count}`,
      due: (count) => `Voor vandaag: ${count}`,
      closing: (count) => `Loopt bijna af: ${count}`,
    },
    failed: (count) => `Berichten die niet aankwamen: ${count}`,
    more: (count) => `en nog ${count}`,
    piece: ({ what, who, where, due }) => `${what}, ${who}, ${where}, uiterlijk ${due}`,
    warnings:
      'Deze vensters gaan bijna dicht en er staat nog geen afspraak voor het interview. Na de laatste dag kan het niet meer.',
    window: ({ pair, where, left, last }) =>
      `Koppel ${pair}, ${where}: nog ${left} ${left === 1 ? 'dag' : 'dagen'}. De laatste dag is ${last}.`,
    link: 'Naar de werklijst',
    why: 'U krijgt dit bericht omdat u dit onderzoek coördineert. Er staan geen namen in. Stuur het toch niet door.',
  },
  en: {
    subject: {
      digest: (pieces) => `Your work for today: ${pieces} ${pieces === 1 ? 'thing' : 'things'}`,
      mail: (failed) => (failed === 1 ? 'A message did not arrive' : `${failed} messages did not arrive`),
      warnings: (windows) =>
        windows === 1
          ? 'Please note: a window is about to close'
          : `Please note: ${windows} windows are about to close`,
    },
    about: (day) => `This is what there is to do on ${day}.`,
    parts: {
      overdue: (count) => `Overdue: ${count}`,
      due: (count) => `For today: ${count}`,
      closing: (count) => `Ends soon: ${count}`,
    },
    failed: (count) => `Messages that did not arrive: ${count}`,
    more: (count) => `and ${count} more`,
    piece: ({ what, who, where, due }) => `${what}, ${who}, ${where}, due on ${due}`,
    warnings:
      'These windows are about to close and no appointment for the interview stands yet. After the last day it cannot be held any more.',
    window: ({ pair, where, left, last }) =>
      `Pair ${pair}, ${where}: ${left} ${left === 1 ? 'day' : 'days'} left. The last day is ${last}.`,
    link: 'Go to the work list',
    why: 'You get this message because you coordinate this study. There are no names in it. Please do not pass it on all the same.',
  },
} satisfies Record<Language, Frame>
