import { expect, test } from 'vitest'
import { PLACES, placeOf, stageOf } from '../../app/protocol/stages'
import { freshDatabase } from '../database'
import { namedWorld, type World } from '../world'
import { courses, happen } from './random-courses'

const database = await freshDatabase()

/** Where each case stands by its facts, and where the column says that it does. */
async function standings({ db, study }: World) {
  const rows = await db.registration.findMany({
    where: { studyId: study.id },
    include: { inquiry: true, findings: true, judgements: true, dyad: true, measurements: true, departures: true },
  })
  return rows.map((row) => {
    const found = row.findings.filter(({ replacedOn }) => replacedOn === null)
    const facts = {
      left: Object.fromEntries(row.departures.filter((one) => !one.returnedOn).map((one) => [one.step, one.reason])),
      inquired: row.inquiry !== null,
      replied: row.inquiry?.repliedOn != null,
      criteriaMet: found.length > 0 && found.every(({ verdict }) => verdict === 'met'),
      approachable: row.judgements.some(({ replacedOn, approachable }) => replacedOn === null && approachable),
      paired: row.dyad?.unboundOn === null,
      planned: row.dyad?.unboundOn === null && row.dyad.plannedOn !== null,
      interviewed: row.measurements.some(({ perspective }) => perspective === 'client'),
    }
    const { stage, leftStep, leftReason } = row
    return { by: stageOf(facts), column: { stage, leftStep, leftReason } }
  })
}

test('whatever happens, the column says what the table of stages makes of the facts', async () => {
  const seen = new Set<string>()
  for (const course of courses(6)) {
    const world = await namedWorld(database)
    await happen(world, course, async () => {
      for (const { by, column } of await standings(world)) {
        expect(column).toEqual(by)
        seen.add(placeOf(by))
      }
    })
  }
  // the courses go wherever verbs lead: a place in which nobody stood would be compared with nothing
  expect(PLACES.filter((place) => !seen.has(place))).toEqual([])
}, 120_000)
