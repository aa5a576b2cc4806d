import { inOrder } from '../../protocol/outcomes/period'
import { relativeTo } from '../../protocol/outcomes/result'
import type { RegisterFact, StudyProtocol } from '../../protocol/study'
import type { Coded } from '../table/table'
import { type Column, coded, dated, shaped, whole } from './column'
import { RELATIVE } from './outcome-columns'
import { firstNumbers, numbers, registerColumns } from './register-columns'
import type { Making, Placed, Seen } from './seen'
import type { Shape } from './shape'

/** One event, with its place among all of a case and among those of its name. */
type Happened = Placed & { readonly fact: RegisterFact; readonly place: number; readonly among: number }

/** One row for each event of the register that stands, of who said yes to linkage (protocol §5, §6). */
export function events(making: Making): Shape {
  const { study, chosen } = making
  const columns: Column<Happened>[] = [
    ...numbers(making),
    {
      variable: whole('sequence', { nl: 'De hoeveelste gebeurtenis', en: 'Which event of the dyad' }),
      value: ({ place }) => place,
    },
    ...firstNumbers(making),
    { variable: coded('event', { nl: 'Gebeurtenis', en: 'Event' }, eventsOf(study)), value: ({ fact }) => fact.event },
    {
      variable: whole('event_sequence', { nl: 'De hoeveelste van deze soort', en: 'Which of this sort' }),
      value: ({ among }) => among,
    },
    { variable: coded('kind', { nl: 'Soort', en: 'Kind' }, kindsOf(study)), value: ({ fact }) => fact.kind },
    { variable: coded('reason', { nl: 'Reden', en: 'Reason' }, reasonsOf(study)), value: ({ fact }) => fact.reason },
    {
      variable: dated(chosen, 'day', { nl: 'Dag', en: 'Day' }, { cite: '§5' }),
      value: ({ seen, fact }) => seen.written(fact.on),
    },
    {
      variable: coded('relative', { nl: 'Voor of na meting 2', en: 'Before or after T2' }, RELATIVE, { cite: '§5' }),
      value: ({ seen, fact }) => relativeTo(seen.facts, fact.on),
    },
    ...registerColumns(making),
  ]
  const described = {
    name: 'events',
    label: { nl: 'Gebeurtenissen', en: 'Events' },
    grain: { nl: 'Eén rij per gebeurtenis in het register', en: 'One row per event of the register' },
    key: ['dyad', 'sequence'],
  } as const
  return shaped(making, described, columns, happenedTo)
}

/** Those of one day in an order that is the same everywhere. */
function happenedTo(seen: Seen): Happened[] {
  const times = new Map<string, number>()
  return seen.facts.events.toSorted(inOrder).map((fact, at) => {
    const among = (times.get(fact.event) ?? 0) + 1
    times.set(fact.event, among)
    return { seen, asOf: fact.on, fact, place: at + 1, among }
  })
}

const eventsOf = ({ registerEvents }: StudyProtocol): Coded<string>[] =>
  Object.entries(registerEvents).map(([code, { label }]) => ({ code, label }))

/** Kinds of all events: none has the code of another. */
const kindsOf = ({ registerEvents }: StudyProtocol): Coded<string>[] =>
  Object.values(registerEvents).flatMap(({ kinds }) =>
    Object.entries(kinds).map(([code, { label }]) => ({ code, label })),
  )

const reasonsOf = ({ registerEvents }: StudyProtocol): Coded<string>[] =>
  Object.values(registerEvents).flatMap(({ kinds }) =>
    Object.values(kinds).flatMap(({ reasons }) => Object.entries(reasons).map(([code, label]) => ({ code, label }))),
  )
