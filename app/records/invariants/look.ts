import type { StudyDb } from '../../platform/database'
import { sql } from '../../platform/sql'
import { readPseudonym } from '../../protocol/pseudonym'
import { flow } from '../flow'
import { ofCourses } from './courses'
import { ofFieldwork } from './fieldwork'
import type { About, Invariant } from './invariant'
import { ofMail } from './mail'
import { ofPairs } from './pairs'
import { ofTrail } from './trail'

/** What was found of an invariant: of how many it does not hold (none), and a few of them. */
export type Looked = Pick<Invariant, 'name' | 'cite' | 'says'> & {
  readonly broken: number
  readonly ids: readonly string[]
}

const SHOWN = 5

/** Looks at every invariant of a study as of a day; with any broken the study holds what it may not. Reads only. */
export async function lookAtInvariants(db: StudyDb, about: About): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const { name, cite, says, broken } of [...ofCourses, ...ofMail, ...ofFieldwork, ...ofPairs, ...ofTrail]) {
    const [row] = await db.$queryRaw<{ broken: number; ids: string[] | null }[]>(sql`
      SELECT count(*)::int AS broken, (array_agg(b.id::text ORDER BY b.id::text))[1:${SHOWN}::int] AS ids
        FROM (${broken(about)}) b`)
    looked.push({ name, cite, says, broken: row?.broken ?? 0, ids: row?.ids ?? [] })
  }
  return [...looked, await pseudonyms(db, about), await flowAddsUp(db, about)]
}

async function pseudonyms(db: StudyDb, { study }: About): Promise<Looked> {
  const rows = await db.$queryRaw<{ pseudonym: string }[]>`
    SELECT pseudonym FROM study.client WHERE study_id = ${study.id}::uuid
    UNION ALL SELECT pseudonym FROM study.supervisor WHERE study_id = ${study.id}::uuid
    UNION ALL SELECT pseudonym FROM study.dyad WHERE study_id = ${study.id}::uuid
    UNION ALL SELECT pseudonym FROM study.dyad_before WHERE study_id = ${study.id}::uuid`
  const wrong = rows.flatMap(({ pseudonym }) => {
    const read = readPseudonym(pseudonym)
    return read.ok && read.value === pseudonym ? [] : pseudonym
  })
  return {
    name: 'pseudonym_checks',
    cite: '§6',
    says: 'The check character of every pseudonym is right.',
    broken: wrong.length,
    ids: wrong.slice(0, SHOWN),
  }
}

/** Of each step: who entered left there, stands there or went on, and whoever went on entered the next. */
async function flowAddsUp(db: StudyDb, { study, on }: About): Promise<Looked> {
  const { steps } = await flow(db, study, { on })
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0)
  const wrong = steps.filter(({ entered, there, left, reasons, on: went }, at) => {
    const next = steps[at + 1]
    return (
      entered !== left + sum(there) + went || left !== sum(reasons) || (next !== undefined && went !== next.entered)
    )
  })
  return {
    name: 'flow_adds_up',
    cite: '§2',
    says: 'At every step, who entered is who left there, stands there and went on; who went on entered the next.',
    broken: wrong.length,
    ids: wrong.map(({ step }) => step).slice(0, SHOWN),
  }
}
