import { now, systemToday } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'

/** A back-up by night, or the restore of one aside to see whether it comes back. */
export type BackupRun = {
  readonly kind: 'backup' | 'drill'
  readonly at: Date
  /** `made`, `restored`, `unchanged` (a drill without a key), else why not: the code of a refusal, or `failed`. */
  readonly outcome: string
  readonly file: string | null
  readonly bytes: number | null
  readonly sha256: string | null
  readonly seconds: number
}

/** As it is kept. */
type KeptRun = Omit<BackupRun, 'kind' | 'bytes'> & {
  readonly id: string
  readonly kind: string
  readonly bytes: bigint | null
}

/** What counts as well done. */
export const WELL_DONE: readonly string[] = ['made', 'restored', 'unchanged']

/** Writes down that everything is about to be taken along: before it is, so that the back-up has the entry too. */
export async function noteTakingAlong(db: StudyDb): Promise<void> {
  await db.$executeRaw`
    INSERT INTO audit.entry (day, actor, verb, subject, details)
    VALUES (${systemToday()}::date, 'system', 'make_backup', 'backup', '{}'::jsonb)`
}

/** Writes down how a back-up or a drill ended; it is of the installation, and of no study. */
export async function noteBackupRun(db: StudyDb, run: Omit<BackupRun, 'at'>): Promise<void> {
  const { kind, outcome, file, bytes, sha256, seconds } = run
  await db.$executeRaw`
    INSERT INTO study.backup_run (id, kind, at, outcome, file, bytes, sha256, seconds)
    VALUES (${newId()}::uuid, ${kind}, ${now()}::timestamptz, ${outcome}, ${file}, ${bytes}::bigint, ${sha256}, ${seconds}::int)`
}

/** The last of them, the newest first. */
export async function backupRuns(db: StudyDb, limit: number): Promise<BackupRun[]> {
  const rows = await db.backupRun.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: limit })
  return rows.map(runOf)
}

const runOf = ({ id: _, kind, bytes, ...row }: KeptRun): BackupRun => ({
  ...row,
  kind: kind as BackupRun['kind'],
  bytes: bytes === null ? null : Number(bytes),
})

/** When a back-up was last made, and how the last drill went; null for what never was. */
export async function lastOfEach(db: StudyDb): Promise<{ made: BackupRun | null; drill: BackupRun | null }> {
  const last = async (where: { kind: string; outcome?: string }) => {
    const row = await db.backupRun.findFirst({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
    return row && runOf(row)
  }
  const [made, drill] = await Promise.all([last({ kind: 'backup', outcome: 'made' }), last({ kind: 'drill' })])
  return { made, drill }
}

/** The digest of a file when it was made; null for one that nobody here made. */
export async function digestWhenMade(db: StudyDb, file: string): Promise<string | null> {
  const row = await db.backupRun.findFirst({
    where: { kind: 'backup', outcome: 'made', file },
    orderBy: { at: 'desc' },
  })
  return row?.sha256 ?? null
}
