import { receiveUpload } from '../../identity/uploads'
import type { AppContext } from '../../platform/app-context'
import type { Occasion } from '../../platform/occasion'
import { kindOf } from '../../platform/sheets/kind'
import { LARGEST_WORKBOOK_MB } from '../../platform/sheets/workbook/zip'
import { done, type Result, refuse } from '../../protocol/refusal'
import { beginImport, failImport, fileReceived } from '../../records/imports'
import { nothingHere } from '../gate/enter'
import { LARGEST_STREAMED_MB, Stopped, streamedFile } from '../gate/streamed'
import { settleKind } from './settle-kind'

const MB = 1024 * 1024

/**
 * Takes in the file that a form brings, as a new import; gives its id. What the file is, its first bytes say before any of
 * it is kept. Refusals: those of `streamedFile`, of `kindOf` and of `receiveUpload`, and `xlsx_too_large`. Of a file that
 * stops on its way nothing stays but an import that failed.
 */
export async function handIn(context: AppContext, occasion: Occasion, request: Request): Promise<Result<string>> {
  const { vault } = context
  const { study: db } = context.databases
  const sent = await streamedFile(request, 'file')
  if (!sent.ok) return sent
  const { name, head, bytes } = sent.value
  const kind = kindOf(head)
  if (!kind.ok) return kind
  const [first] = occasion.study.protocol.extracts
  if (!first) throw nothingHere()
  const begun = await beginImport(db, occasion, { kind: first.kind, way: 'browser' })
  if (!begun.ok) return begun
  const { importId } = begun.value
  const most = kind.value === 'zip' ? LARGEST_WORKBOOK_MB : LARGEST_STREAMED_MB
  try {
    const kept = await receiveUpload(vault, occasion, { importId, name, most: most * MB }, bytes)
    if (!kept.ok) return await failed(kept.refusal.code)
  } catch (error) {
    const stopped = await failed(error instanceof Stopped ? error.refusal.code : 'broken_off')
    if (error instanceof Stopped) return stopped
    throw error
  }
  const received = await fileReceived(db, occasion, importId)
  if (!received.ok) return received
  await settleKind(context, occasion, importId)
  return done(importId)

  async function failed(code: string): Promise<Result<never>> {
    const why = code === 'file_too_large' && kind.ok && kind.value === 'zip' ? 'xlsx_too_large' : code
    await failImport(db, occasion, importId, why)
    return refuse(why, { field: 'file' })
  }
}
