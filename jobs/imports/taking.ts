import type { Occasion } from '../../app/platform/occasion'
import type { IntakeImport } from '../../app/records/imports'
import type { Desk } from '../desk'
import type { OpenedFile } from './opened-file'

/** An import at work: the desk, the occasion, how far it was, its file, and whether it is taken in or only looked through. */
export type Taking = {
  readonly desk: Desk
  readonly occasion: Occasion
  readonly found: IntakeImport
  readonly file: OpenedFile
  readonly apply: boolean
}
