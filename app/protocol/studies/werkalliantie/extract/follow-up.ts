import type { Extract } from '../../../extract/extract'
import type { Words } from '../../../words'
import { registerEvents } from '../register'
import { choice, type Spelled } from './choices'
import { field, since, supervisionNumber } from './fields'

type EventName = keyof typeof registerEvents
type KindName = { [E in EventName]: keyof (typeof registerEvents)[E]['kinds'] }[EventName]

/** How files write an event, besides its own words. */
const EVENTS = {
  ended: ['Beëindigd', 'Ended', 'Einde toezicht', 'End of supervision', 'Beëindiging', 'Einde', 'Uitstroom'],
  early_intervention_report: ['Vroeghulp', 'Melding vroeghulp', 'Vroeghulpbezoek', 'Early intervention'],
  formal_action: ['Formele actie', 'Formal measure'],
} as const satisfies Record<EventName, readonly string[]>

/** How files write what kind of event it was. */
const KINDS = {
  completed: ['Regulier', 'Regulier beëindigd', 'Afgerond', 'Normaal beëindigd', 'Finished'],
  early_positive: ['Voortijdig positief', 'Vroegtijdig positief beëindigd', 'Early positive'],
  neutral: ['Neutraal', 'Neutral'],
  negative: ['Voortijdig negatief', 'Negatief', 'Negatieve uitval', 'Negative', 'Negative dropout'],
  consultation: ['Overleg opdrachtgever', 'Overleg', 'Consultation'],
  warning: ['Waarschuwing', 'Warning'],
  instruction: ['Schriftelijke aanwijzing', 'Written instruction'],
  reprimand: [],
} as const satisfies Record<KindName, readonly string[]>

const kinds: Readonly<Record<string, { readonly label: Words; readonly reasons: Readonly<Record<string, Words>> }>> =
  Object.assign({}, ...Object.values(registerEvents).map((event) => event.kinds))

const spelled = (
  labels: Readonly<Record<string, Words>>,
  others: Readonly<Record<string, readonly string[]>>,
): Spelled =>
  Object.fromEntries(Object.entries(labels).map(([code, { nl, en }]) => [code, [nl, en, ...(others[code] ?? [])]]))
const labelsOf = (named: Readonly<Record<string, { readonly label: Words }>>) =>
  Object.fromEntries(Object.entries(named).map(([code, { label }]) => [code, label]))

/** What the register tells after the start of supervision (§5): may be handed in as often as it is asked. */
export const followUpExtract: Extract = {
  kind: 'followup',
  label: { nl: 'Vervolg uit het register', en: 'Follow-up from the register' },
  number: 'supervision_number',
  day: 'on',
  origin: {
    source: { nl: 'Reclasseringsregister (IRIS)', en: 'Probation register (IRIS)' },
    legalBasis: {
      nl: 'Toestemming van de cliënt voor koppeling met het register (protocol §6)',
      en: 'Consent of the client to linkage with the register (protocol §6)',
    },
  },
  fields: [
    supervisionNumber,
    field('on', ['Datum', 'On', 'Date', 'Dag', 'Day', 'Datum gebeurtenis', 'Date of event', 'Gebeurtenisdatum'], {
      reads: { as: 'day', from: since },
      required: true,
    }),
    field('event', ['Gebeurtenis', 'Event', 'Wat er gebeurde', 'What happened', 'Melding'], {
      reads: choice(spelled(labelsOf(registerEvents), EVENTS)),
      required: true,
    }),
    field('kind', ['Soort', 'Kind', 'Aard', 'Wijze van beëindiging', 'Soort beëindiging', 'Type'], {
      reads: choice(spelled(labelsOf(kinds), KINDS)),
    }),
    field('reason', ['Reden', 'Reason', 'Reden beëindiging', 'Reason of ending'], {
      reads: choice(spelled(Object.assign({}, ...Object.values(kinds).map(({ reasons }) => reasons)), {})),
    }),
  ],
}
