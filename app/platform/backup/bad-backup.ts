import type { Refusal } from '../../protocol/refusal'

/** A file is no back-up that can be used here; the refusal says why. Thrown while it streams, a value again at the end. */
export class BadBackup extends Error {
  override name = 'BadBackup'
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/** Cut off, changed, or never one of ours. */
export const damaged = (cause?: unknown) => Object.assign(new BadBackup({ code: 'backup_damaged' }), { cause })
