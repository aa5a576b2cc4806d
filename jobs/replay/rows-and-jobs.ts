import { registrationsNumbered } from '../../app/identity/numbers'
import type { Occasion, StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { type Result, refuse } from '../../app/protocol/refusal'
import { noteRefusedRow, refusedRows } from '../../app/records/replays'
import { dailySweep } from '../daily-sweep'
import type { Desk } from '../desk'
import { minute } from '../minute'
import { closeNonResponses } from '../non-response'
import { sendWaitingMail } from '../outgoing-mail'
import type { Cohort } from './cohort'
import type { Row } from './file'
import { registerFile } from './files/register'

/** What is being replayed into which study. */
export type Playing = { readonly desk: Desk; readonly study: StudyRef; readonly cohort: Cohort }

/**
 * Plays one day: its rows go through the same verbs as a page's form, then the daily sweep, the hourly and the minute
 * jobs run as they would have. Every row carries a request of its own, so a day that was cut
 * short by a killed process is simply played again. A row refused then stays refused: the jobs of its day may have
 * made room for it since.
 */
export async function playRowsAndJobs({ desk, study, cohort }: Playing, today: Day): Promise<void> {
  const all = cohort.days.get(today) ?? []
  const refused = all.length > 0 ? await refusedRows(desk.study, study.id) : []
  const before = new Set(refused.map(({ file, line }) => `${file}:${line}`))
  const rows = all.filter(({ file, line }) => !before.has(`${file}:${line}`))
  const registering = rows.filter(({ file }) => file === registerFile.name)
  for (const row of registering) await playRow({ desk, study, cohort }, today, row, '')
  const known = await registrationsNumbered(
    desk.vault,
    study.id,
    rows.map(({ number }) => number),
  )
  for (const row of rows) {
    if (!registering.includes(row)) await playRow({ desk, study, cohort }, today, row, known.get(row.number))
  }
  const occasion: Occasion = { study, actor: 'system', today }
  await dailySweep(desk, occasion)
  await closeNonResponses(desk, occasion)
  await minute(desk, occasion)
  await sendWaitingMail(desk, occasion)
}

/** One row as one verb. A refusal is kept with its line and column, and the rest goes on. */
async function playRow({ desk, study, cohort }: Playing, today: Day, row: Row, registrationId: string | undefined) {
  const request = `${cohort.digest.slice(0, 16)}:${row.file}:${row.line}`
  const occasion: Occasion = { study, actor: 'import', today, request }
  const result: Result<unknown> =
    registrationId === undefined
      ? refuse('unknown_supervision', { field: 'supervision' })
      : await row.play({ desk, occasion, registrationId })
  if (result.ok || result.refusal.code === 'already_done') return
  const { code, field } = result.refusal
  await noteRefusedRow(
    desk.study,
    { study, actor: 'import', today },
    { file: row.file, line: row.line, column: field ?? '', code },
  )
}
