import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { answersOfSupervisor } from '../records/supervisor-answers'
import { isKnown, opened } from './answer.$token/door'
import { given } from './answer.$token_.rights/given'
import { nothingHere } from './gate/enter'
import { languageOf } from './gate/visitor'

const COLUMNS = ['client', 'about', 'day', 'item', 'question', 'value', 'answer'] as const

/** All that a supervisor answered as a file (`?as=csv` or `?as=json`), for whoever showed to be them; else nothing is here. */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened('/answer/:token/rights/answers', call)
  const as = new URL(call.request.url).searchParams.get('as')
  if ((as !== 'csv' && as !== 'json') || !(await isKnown(call, found))) throw nothingHere()
  const db = call.context.databases.study
  const all = await answersOfSupervisor(db, found.occasion, found.supervisorId)
  if (!all.ok) throw nothingHere()
  if (as === 'json') return file(JSON.stringify(all.value, null, 2), 'json')
  const told = await given(db, found.study, all.value, await languageOf(call.request, call.context))
  const rows = told.flatMap(({ pseudonym, title, on, lines }) =>
    lines.map(({ code, question, value, answer }) => [pseudonym, title, on, code, question, value, answer]),
  )
  return file(csvTable(COLUMNS, rows), 'csv')
}

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

const file = (text: string, kind: keyof typeof TYPES) =>
  new Response(text, {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="answers.${kind}"`,
      'Cache-Control': 'no-store',
    },
  })
