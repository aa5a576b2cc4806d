import { openUpload } from '../../identity/uploads'
import type { AppContext } from '../../platform/app-context'
import type { Occasion } from '../../platform/occasion'
import { openTable } from '../../platform/sheets/open-table'
import { guessMapping } from '../../protocol/extract/guess'
import { chooseKind } from '../../records/import-kind'
import { sampleOf } from '../imports.$id._index/sample'

/** Guesses by its columns of which kind a file is: the one that misses least of what it needs, then knows most of it. */
export async function settleKind(context: AppContext, occasion: Occasion, importId: string): Promise<void> {
  const source = await openUpload(context.vault, importId)
  const table = source && (await openTable(source))
  if (!table?.ok) return
  const { header } = table.value
  const { cells } = await sampleOf(table.value)
  const [first, ...others] = occasion.study.protocol.extracts.map((extract) => {
    const { mapping, missing, unknownValues } = guessMapping(extract, header, cells)
    return {
      kind: extract.kind,
      share: -missing.length / extract.fields.filter(({ required }) => required).length,
      found: Object.keys(mapping.columns).length,
      known: -Object.values(unknownValues).flat().length,
    }
  })
  if (!first) return
  const best = others.reduce(
    (most, one) => ((one.share - most.share || one.found - most.found || one.known - most.known) > 0 ? one : most),
    first,
  )
  if (best.kind !== first.kind) await chooseKind(context.databases.study, occasion, { importId, kind: best.kind })
}
