import type pg from 'pg'
import type { StudyRef } from '../app/platform/occasion'
import { day } from '../app/protocol/day'
import type { ReleasedCase } from '../app/protocol/released'
import { inSnapshot } from '../app/records/releases/snapshot'

/** Whatever was answered. */
const WHATEVER = {
  all: ['T1', 'T2'].flatMap((wave) => (['client', 'supervisor'] as const).map((who) => ({ wave, who }))),
  few: [],
  items: [],
}
/** All that is ever known. */
const EVER = { cutOff: day('2199-12-31'), seenBy: null }

/** The cases of a study of which a release may hold something if their consent covers it. */
export const releasedCases = (analyst: pg.Pool, study: StudyRef): Promise<ReleasedCase[]> =>
  inSnapshot(analyst, study, EVER, async ({ candidates, cases }) => {
    const found: ReleasedCase[] = []
    const ids: string[] = []
    for await (const { registrationId } of candidates()) ids.push(registrationId)
    for await (const one of cases(ids, WHATEVER)) found.push(one)
    return found
  })
