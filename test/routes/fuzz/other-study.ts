import { raiseDeviation } from '../../../app/records/deviations/by-hand'
import type { TestDatabase } from '../../database'
import { MET, named } from '../../people'
import { must, namedWorld } from '../../world'

/** A study beside the one that is shot at. */
export type OtherStudy = {
  readonly id: string
  /** What stands in it and nowhere else, and is never sent: where an answer holds it, the study leaks. */
  readonly marks: readonly string[]
}

const PLACE = 'Quexwoldis'
const REMARK = 'Zumbrivaltex was said here.'

/** Makes it: people whom the first study has not, at a place that it has not, with something at every stage of a case. */
export async function otherStudy(database: TestDatabase): Promise<OtherStudy> {
  const { study, db, on, registered, inquired, interviewed, answered, qualified } = await namedWorld(database)
  const there = { location: PLACE, region: PLACE }
  for (const name of ['Hendriks', 'Berends', 'Cornelis'] as const) await registered(name, there)
  await inquired('Berends')
  await interviewed('Hendriks')
  must(await answered('Hendriks', 'client'))
  await qualified('XQ7')
  const told = { kind: 'other', pseudonym: '', location: PLACE, on: MET, remark: REMARK }
  must(await raiseDeviation(db, on(MET), told))
  const people = (['Hendriks', 'Berends', 'Cornelis'] as const).map((name) => named(name))
  return {
    id: study.id,
    marks: [PLACE, REMARK, 'Hendriks', 'Berends', 'Cornelis', 'Romein', ...people.map(({ client }) => client.number)],
  }
}
