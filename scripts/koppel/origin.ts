import { systemToday } from '../../app/platform/clock'
import type { Occasion, StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import type { Extract } from '../../app/protocol/extract/extract'
import type { Origin } from '../../app/protocol/extract/origin'
import { dueOn } from '../../app/protocol/retention'
import { todayOf } from '../../app/records/clock'
import { replayOf } from '../../app/records/replays'
import type { Desk } from '../../jobs/desk'
import { type Arguments, dayOption, UsageError } from './arguments'
import { language } from './words'

const OPTIONS = ['source', 'legal-basis', 'delete-by', 'known-to']

/**
 * Where a file comes from, as the options say; without them by the study: its register, the consent of its clients, erased
 * when the study's term is over, and knowing all up to the day on which it is handed in. Null for files of a kind of which
 * nothing is said. Throws UsageError when something is said of such a file.
 */
export function originIn(
  given: Arguments,
  { kind, origin }: Extract,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
): Origin | null {
  if (!origin) {
    const said = OPTIONS.find((name) => given.option(name) !== undefined)
    if (said) throw new UsageError(`--${said} is not asked of ${kind}`)
    return null
  }
  return {
    source: given.option('source')?.trim() || origin.source[language],
    legalBasis: given.option('legal-basis')?.trim() || origin.legalBasis[language],
    deleteBy: dayOption(given, 'delete-by') ?? dueOn(study.protocol.retention.register_files, today),
    knownTo: dayOption(given, 'known-to') ?? today,
  }
}

/**
 * The day on which a file that tells of the time after a study is handed in: the study's own, but of one that was replayed to
 * its end the calendar's. Its clock stands still, and the register went on.
 */
export async function toldBy({ study: db }: Desk, { id: studyId }: StudyRef): Promise<Day> {
  const replay = await replayOf(db, { studyId })
  return replay?.finished ? systemToday() : todayOf(db, studyId)
}
