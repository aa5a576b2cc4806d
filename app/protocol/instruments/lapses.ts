import type { Instrument, Item, Words } from '../study'
import { INSTRUMENTS } from './names'

/** How often, as the supervisor remembers it (protocol §5): the numbers add up, and "don't know" is missing. */
export const LAPSE_CODES = { no: 0, once: 1, several_times: 2, dont_know: 9 } as const

const LABELS: Readonly<Record<keyof typeof LAPSE_CODES, Words>> = {
  no: { nl: 'Nee', en: 'No' },
  once: { nl: 'Eén keer', en: 'Once' },
  several_times: { nl: 'Meer dan één keer', en: 'Several times' },
  dont_know: { nl: 'Weet ik niet', en: 'I don’t know' },
}

const options = Object.entries(LAPSE_CODES).map(([name, code]) => ({
  code,
  name,
  label: LABELS[name as keyof typeof LAPSE_CODES],
}))

const TEXTS = {
  formal_consultation: {
    nl: 'Is er met de opdrachtgever overlegd of dit toezicht door kan gaan?',
    en: 'Was the commissioning authority consulted on whether this supervision can go on?',
  },
  official_warning: {
    nl: 'Kreeg de cliënt een officiële waarschuwing?',
    en: 'Did the client get an official warning?',
  },
  instruction: { nl: 'Kreeg de cliënt een aanwijzing?', en: 'Did the client get an instruction?' },
  late_without_notice: {
    nl: 'Kwam de cliënt te laat zonder bericht?',
    en: 'Was the client late without notice?',
  },
  did_not_appear: {
    nl: 'Kwam de cliënt niet op een afspraak?',
    en: 'Did the client not appear at an appointment?',
  },
} satisfies Record<string, Words>

export type LapseItem = keyof typeof TEXTS

/** The five questions that the supervisor is asked at T2 (protocol §7.2). */
const lapseItems: readonly Item[] = Object.entries(TEXTS).map(([code, text]) => ({
  code,
  kind: 'choice',
  min: LAPSE_CODES.no,
  max: LAPSE_CODES.dont_know,
  options,
  missing: [LAPSE_CODES.dont_know],
  text,
}))

/** Asked of the supervisor after everything else at T2, so that it colours no other answer. */
export const lapses: Instrument = {
  name: INSTRUMENTS.lapses,
  version: 1,
  perspective: 'supervisor',
  title: { nl: 'Hoe het toezicht verliep', en: 'How supervision went' },
  agreement: [],
  blocks: [
    {
      name: 'lapses',
      title: { nl: 'Hoe het toezicht verliep', en: 'How supervision went' },
      order: 'fixed',
    },
  ],
  items: lapseItems,
}
