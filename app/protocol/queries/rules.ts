import { isAnswer } from '../instruments/instrument'
import { writtenOf } from '../instruments/written'
import { contradicted } from './contradictions'
import type { Doubt, Measured, QueryRule } from './rule'
import { sameAnswerRuns } from './straight-lining'
import { impossibleYears } from './years'

/** Nobody reads and answers a whole questionnaire in less (decided). */
const LEAST_MINUTES = 3

const wholeWhen = (doubtful: boolean): readonly string[] => (doubtful ? [''] : [])

/** Minutes that it took: the seconds of its parts, else the whole minutes that somebody wrote down; null when neither was kept. */
function took({ minutes, seconds }: Measured): number | null {
  const kept = Object.values(seconds ?? {}).reduce((sum, part) => sum + part, 0)
  return kept > 0 ? kept / 60 : minutes
}

/** Rules that raise a question about answers, and are silent again once it is solved. */
export const QUERY_RULES = {
  out_of_range: {
    cite: '§7',
    label: { nl: 'Dit antwoord bestaat niet bij deze vraag.', en: 'This question has no such answer.' },
    doubts: ({ battery, given }) =>
      writtenOf(battery).items.flatMap((item) => {
        const answer = given[item.code]
        return typeof answer === 'number' && !isAnswer(item, answer) ? [item.code] : []
      }),
  },
  impossible_date: {
    cite: '§3',
    label: {
      nl: 'De dag ligt voor het begin van het toezicht, of na de dag waarop de antwoorden binnenkwamen.',
      en: 'The day lies before supervision started, or after the day on which the answers came in.',
    },
    doubts: ({ days: { heldOn, receivedOn, startedOn } }) =>
      wholeWhen((startedOn !== null && heldOn < startedOn) || (receivedOn !== null && heldOn > receivedOn)),
  },
  impossible_years: {
    cite: '§7.2',
    label: {
      nl: 'Dit aantal jaren past niet bij het totaal of bij de leeftijd.',
      en: 'This number of years does not fit the total or the age.',
    },
    doubts: ({ given }) => impossibleYears(given),
  },
  same_answer: {
    cite: '§7.1',
    label: {
      nl: 'Vanaf hier staat vijf keer of vaker hetzelfde antwoord, ook op vragen die het omgekeerde betekenen.',
      en: 'From here the same answer stands five times or more, also to questions that mean the opposite.',
    },
    doubts: sameAnswerRuns,
  },
  too_fast: {
    cite: '§3',
    label: { nl: 'Het invullen duurde korter dan drie minuten.', en: 'It took less than three minutes.' },
    doubts: (measured) => {
      const minutes = took(measured)
      return wholeWhen(measured.complete && minutes !== null && minutes < LEAST_MINUTES)
    },
  },
  nothing_answered: {
    cite: '§7',
    label: { nl: 'Er is geen enkel antwoord gegeven.', en: 'Not one answer was given.' },
    doubts: ({ battery, given }) =>
      wholeWhen(writtenOf(battery).items.every(({ code }) => typeof given[code] !== 'number')),
  },
  contradictory: {
    cite: '§7.2',
    label: { nl: 'Dit antwoord past niet bij een ander antwoord.', en: 'This answer does not fit another answer.' },
    doubts: ({ given }) => contradicted(given),
  },
} as const satisfies Record<string, QueryRule>

/** All that is doubtful about one measurement now: a question that was raised and is not among these is solved. */
export const doubtsAbout = (measured: Measured): Doubt[] =>
  Object.entries<QueryRule>(QUERY_RULES).flatMap(([rule, { doubts }]) =>
    doubts(measured).map((item) => ({ rule, item })),
  )
