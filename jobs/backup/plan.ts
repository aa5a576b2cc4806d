import { type Environment, said, type Variables } from '../../app/platform/environment'
import type { Prepared } from '../../app/platform/prepare'
import type { Installation } from './make'

/** Where back-ups go by night, and for whom; what a drill restores with. */
export type BackupPlan = {
  readonly folder: string
  /** Recipients, apart by commas; without them the identity of the home says for whom. */
  readonly recipients: string | undefined
  readonly installation: Installation
  readonly env: Variables
}

/** The plan of an installation; undefined where no folder for back-ups is set. */
export function planOf(settings: Environment, prepared: Prepared, env: Variables = said()): BackupPlan | undefined {
  const { backupDir: folder, backupRecipient: recipients } = settings
  return folder
    ? { folder, recipients, installation: { ...prepared, ownerUrl: prepared.connections.owner }, env }
    : undefined
}
