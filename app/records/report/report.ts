import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { FEWEST } from '../../protocol/fewest'
import { flow } from '../flow'
import type { FlowStep } from '../flow/steps'
import { ratesToday } from '../rates'
import type { StudyFindings } from './findings'

/** The whole report with every count in it, for the owner of an installation. */
export async function studyReport(db: StudyDb, study: StudyRef, { on, ...found }: StudyFindings) {
  const counted = await flow(db, study, { on })
  return {
    on,
    fewest: FEWEST,
    flow: counted,
    rates: await ratesToday(db, study),
    ...found,
    attrition: found.attrition.map(({ wave, from, ...groups }) => {
      const { on: stayed, left: lost, reasons, there } = counted.steps.find(({ step }) => step === from) ?? NOBODY
      const waiting = Object.values(there).reduce((total, n) => total + n, 0)
      return { wave, from, stayed, lost, waiting, reasons, ...groups }
    }),
    published: study.protocol.publishedFigures ?? null,
  }
}

const NOBODY: Omit<FlowStep, 'step' | 'entered'> = { on: 0, left: 0, reasons: {}, there: {} }
