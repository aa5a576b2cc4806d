import type { LoaderFunctionArgs } from '@remix-run/node'
import { scopeOf } from '../access/table'
import { csvTable } from '../exports/csv'
import type { Stage } from '../protocol/stages'
import { shownFlow } from '../records/flow/shown'
import { partOfFile } from './flow/asked'
import { flowFile } from './flow/file'
import { namesOf } from './flow/named'
import { enter } from './gate/enter'
import { languageOf } from './gate/visitor'

const COLUMNS = ['on', 'region', 'location', 'step', 'what', 'code', 'label', 'n'] as const

/** The flow as a table: for each step who entered, who stands there by stage, who left by reason (0 too), who went on. Small counts only for who may see them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/flow/csv', { request, context })
  const db = context.databases.study
  const part = await partOfFile(request, db, study, occasion.today)
  const small = scopeOf(visitor.role, 'see_small_counts') !== undefined
  const { steps } = await shownFlow(db, study, part, small)
  const names = namesOf(study.protocol, await languageOf(request, context))
  const at = [part.on, part.region ?? null, part.location ?? null]
  const lines = steps.flatMap(({ step, entered, there, left, reasons, on }) => [
    [...at, step, 'entered', null, names.step(step), entered],
    ...Object.entries(there).map(([stage, n]) => [...at, step, 'there', stage, names.stage(step, stage as Stage), n]),
    [...at, step, 'left', null, names.exit(step), left],
    ...Object.entries(reasons).map(([code, n]) => [...at, step, 'reason', code, names.reason(step, code), n]),
    [...at, step, 'on', null, null, on],
  ])
  return flowFile(csvTable(COLUMNS, lines), 'csv', part)
}
