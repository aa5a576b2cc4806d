// A process of its own that writes one format: how long it took, how much it wrote, and the memory it needed beyond what
// the process had before it had a table.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../../app/protocol/day'
import { batteryNow } from '../../app/protocol/instruments/battery'
import type { ReleaseFormat } from '../../app/protocol/release-spec'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { dataFiles } from '../../jobs/release/formats'
import { openSpool } from '../../jobs/release/spool'
import { writeWhole } from '../../jobs/release/write-file'
import { itemsTable, wideTable } from './release-tables'

const AT_ONCE = 100
const IMPRINT = {
  study: 'bench',
  title: { nl: 'Bench', en: 'Bench' },
  language: 'en',
  purpose: 'how long it takes',
  cutOff: day('2026-01-01'),
  version: 'bench',
} as const
const [format, pairs] = [process.argv[2] as ReleaseFormat, Number(process.argv[3])]
const asked = (wave: string, who: 'client' | 'supervisor') => batteryNow(werkalliantie, wave, who)
const folder = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
const seconds = async (what: () => Promise<unknown>) => {
  const begun = performance.now()
  await what()
  return (performance.now() - begun) / 1000
}

try {
  const before = process.memoryUsage.rss()
  const { table, rowsOf } = format === 'odm' ? itemsTable(asked) : wideTable()
  const spool = await openSpool(folder, table)
  for (let pair = 0; pair < pairs; pair += AT_ONCE)
    await spool.add(Array.from({ length: Math.min(AT_ONCE, pairs - pair) }, (_, n) => rowsOf(pair + n)).flat())
  const filled = await spool.finish()
  const read = await seconds(async () => {
    for await (const _ of filled.rows());
  })
  let bytes = 0
  const took = await seconds(async () => {
    for (const { name, pieces } of dataFiles([filled], [format], { study: werkalliantie, asked, imprint: IMPRINT }))
      bytes += (await writeWhole(folder, name, pieces())).size
  })
  await spool.drop()
  // kilobytes, the most there ever was: nothing that happens between two looks is missed
  const memory = process.resourceUsage().maxRSS * 1024 - before
  const cells = filled.count * table.variables.length
  process.stdout.write(JSON.stringify({ rows: filled.count, cells, bytes, read, seconds: took, memory }))
} finally {
  rmSync(folder, { recursive: true })
}
