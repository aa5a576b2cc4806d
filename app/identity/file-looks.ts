import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'

/** Writes down that somebody looks at the first rows of a file that was handed in: they name people. */
export const noteRowsSeen = (vault: Vault, occasion: Occasion, importId: string): Promise<Result<null>> =>
  change(vault, occasion, { verb: 'see_import_rows', subject: 'import', subjectId: importId }, async () => done(null))

/** Writes down that the refused rows of a file were taken out, and how many. */
export const noteRefusedTaken = (
  vault: Vault,
  occasion: Occasion,
  { importId, rows }: { readonly importId: string; readonly rows: number },
): Promise<Result<null>> =>
  change(
    vault,
    occasion,
    { verb: 'export_refused_rows', subject: 'import', subjectId: importId, details: { rows } },
    async () => done(null),
  )
