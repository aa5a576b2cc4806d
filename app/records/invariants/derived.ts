import type { StudyDb } from '../../platform/database'
import { readPseudonym } from '../../protocol/pseudonym'
import { flow } from '../flow'
import { allCourses } from '../work/courses'
import { differencesOf, keptRows } from '../work/kept'
import { plannedRows } from '../work/planned'
import type { About, Invariant } from './invariant'

/** Something that holds and that one question to the database cannot ask: it gives those of whom it does not. */
type Derived = Pick<Invariant, 'name' | 'cite' | 'says'> & {
  readonly wrong: (db: StudyDb, about: About) => Promise<readonly string[]>
}

export const derived: readonly Derived[] = [
  {
    name: 'work_as_planned',
    cite: '§4.3',
    says: 'The work that is kept of every case is what the planner makes of its facts.',
    wrong: async (db, { study }) => {
      const wrong = new Set<string>()
      for await (const courses of allCourses(db, study)) {
        const cases = courses.map(({ registrationId }) => registrationId)
        const differing = differencesOf(await keptRows(db, cases), plannedRows(study, courses))
        for (const { registrationId } of differing) wrong.add(registrationId)
      }
      // what came from the other room is followed within a minute
      const followed = await db.stale.findMany({ where: { registrationId: { in: [...wrong] } } })
      for (const { registrationId } of followed) wrong.delete(registrationId)
      return [...wrong].sort()
    },
  },
  {
    name: 'pseudonym_checks',
    cite: '§6',
    says: 'The check character of every pseudonym is right.',
    wrong: async (db, { study }) => {
      const rows = await db.$queryRaw<{ pseudonym: string }[]>`
        SELECT pseudonym FROM study.client WHERE study_id = ${study.id}::uuid
        UNION ALL SELECT pseudonym FROM study.supervisor WHERE study_id = ${study.id}::uuid
        UNION ALL SELECT pseudonym FROM study.dyad WHERE study_id = ${study.id}::uuid
        UNION ALL SELECT pseudonym FROM study.dyad_before WHERE study_id = ${study.id}::uuid`
      return rows.flatMap(({ pseudonym }) => {
        const read = readPseudonym(pseudonym)
        return read.ok && read.value === pseudonym ? [] : pseudonym
      })
    },
  },
  {
    name: 'flow_adds_up',
    cite: '§2',
    says: 'At every step, who entered is who left there, stands there and went on; who went on entered the next.',
    wrong: async (db, { study, on }) => {
      const { steps } = await flow(db, study, { on })
      const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)
      const wrong = steps.filter(({ entered, there, left, reasons, on: went }, at) => {
        const next = steps[at + 1]
        const adds = entered === left + sum(there) + went && left === sum(reasons)
        return !adds || (next !== undefined && went !== next.entered)
      })
      return wrong.map(({ step }) => step)
    },
  },
]
