import { rowsOf } from '../protocol/cohort'
import type { Released } from './release-tables'

/**
 * Whose row of the table of pairs is whose, by the number of their supervision in the files of the cohort: a release does
 * not say, but nobody else gave the same answers at the first interview.
 */
export function numbersOf({ table }: Released): string[] {
  const [first = {}] = rowsOf('answers-t1-client')
  const items = Object.keys(first).filter((column) => column !== 'supervision' && column !== 'on')
  const wide = table('wide')
  const given = items.map((item) => wide.column(`t1_client_${item}`))
  const known = new Map(
    rowsOf('answers-t1-client').map((row) => [items.map((item) => row[item]).join(), row.supervision ?? '']),
  )
  return wide.rows.map((_, at) => {
    const answers = given.map((values) => {
      const value = values[at] ?? null
      return typeof value === 'number' && value >= 0 ? value : ''
    })
    const number = known.get(answers.join())
    if (!number) throw new Error(`row ${at + 1} answers like nobody in the cohort`)
    return number
  })
}

/** The supervisions with answers of both sides at a wave: only of these a release has what the supervisor said (protocol §6). */
export function pairedAt(wave: string): Set<string> {
  const numbers = (who: string) => rowsOf(`answers-${wave}-${who}`).map((row) => row.supervision ?? '')
  const clients = new Set(numbers('client'))
  return new Set(numbers('supervisor').filter((number) => clients.has(number)))
}
