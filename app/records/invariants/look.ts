import type { StudyDb } from '../../platform/database'
import { sql } from '../../platform/sql'
import { ofCourses } from './courses'
import { derived } from './derived'
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
  for (const { name, cite, says, wrong } of derived) {
    const those = await wrong(db, about)
    looked.push({ name, cite, says, broken: those.length, ids: those.slice(0, SHOWN) })
  }
  return looked
}
