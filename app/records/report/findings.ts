import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import type { Covariate } from '../../protocol/report/covariates'
import { type Findings, gathering } from '../../protocol/report/gathering'
import { type SampleWithin, sampleWithin } from '../../protocol/report/sample'
import { followedTo } from '../follow-up/known-to'
import { publishedRules } from '../outcomes'
import { casesSeen } from './cases'
import { populationOf } from './population'

/** What a study came to on a day, of nobody in particular. */
export type StudyFindings = Findings & {
  readonly on: Day
  readonly sample: Readonly<Record<Covariate, SampleWithin>>
}

/** Gathers it; with `answers` false no answer is read, and everything that comes of answers is empty. */
export async function studyFindings(
  db: StudyDb,
  study: StudyRef,
  { on, answers }: { on: Day; answers: boolean },
): Promise<StudyFindings> {
  const rules = publishedRules(study)
  const { add, found } = gathering(study.protocol, rules)
  const known = await followedTo(db, { study, today: on })
  for await (const one of casesSeen(db, study, { rules, followedTo: known, answers })) add(one)
  return { on, sample: sampleWithin(await populationOf(db, study)), ...found() }
}
