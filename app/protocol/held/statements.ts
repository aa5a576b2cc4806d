import type { Held } from './kinds'

const why = {
  nl: 'Om na te gaan of er bij elk gesprek een getekend formulier is, zonder te weten bij welk.',
  en: 'To see whether there is a signed form for every interview, without knowing which.',
}
const numbers = { whose: 'nobody', why, ground: 'legal_duty', keep: null, presence: false } as const

/** Forms beside interviews: numbers per location and month (§6). Who signed a month off stands in the audit. */
export const statementsHeld = {
  'study.statement': {
    ...numbers,
    what: {
      nl: 'Van welke maand formulieren en gesprekken zijn geteld',
      en: 'Of which month forms and interviews were counted',
    },
    columns: { id: 'machine', study_id: 'machine', month: 'day', seq: 'machine', computed_on: 'day' },
  },
  'study.statement_row': {
    ...numbers,
    what: { nl: 'Hoeveel het er per locatie waren', en: 'How many there were at each location' },
    columns: { statement_id: 'machine', location: 'fact', forms: 'fact', interviews: 'fact' },
  },
  'study.statement_signing': {
    ...numbers,
    what: {
      nl: 'Dat een maand is ondertekend, en de verklaring van een verschil',
      en: 'That a month was signed off, and what explains a difference',
    },
    columns: { statement_id: 'machine', signed_on: 'day', remark: 'fact' },
  },
} as const satisfies Record<string, Held>
