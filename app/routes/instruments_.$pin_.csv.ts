import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvTable } from '../exports/csv'
import { pinOf } from '../protocol/instruments/battery'
import { OWN } from '../protocol/instruments/files/own-cells'
import { ownRows } from '../protocol/instruments/files/own-write'
import { enter } from './gate/enter'
import { instrumentAt } from './instruments_.$pin/shown'

/** An instrument as our own file: to be given other words, and handed in again as another version. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { study } = await enter('/instruments/:pin/csv', { request, context })
  const instrument = await instrumentAt(context.databases.study, study, params.pin)
  return new Response(csvTable(OWN, ownRows(instrument)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${pinOf(instrument).replace('@', '-')}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
