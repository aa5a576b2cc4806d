import { now } from '../../platform/clock'
import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { type Changed, columnsOf } from './changes'
import type { Part } from './draft'
import type { Measured } from './measured'

/** How an entry came (see `study.entry`). */
export type Way = 'interview' | 'link' | 'paper' | 'import' | 'decision' | 'reopened' | 'swapped' | 'voided'

/** What is handed in: by whom, how, why, and what of it is written down. */
export type Entering = {
  readonly way: Way
  /** The code of an interviewer; null for a supervisor's own and for files. */
  readonly enteredBy: string | null
  readonly why: string | null
  /** Which part of which draft; whoever fills in elsewhere sees by it that something else stands now. */
  readonly part: Part
  readonly complete: boolean
  readonly changed: Changed
  readonly notes: Readonly<Record<string, string>>
  readonly seconds: Readonly<Record<string, number>> | null
  readonly language: string | null
}

/** How the measurement stands afterwards. */
export type Became = Pick<
  Measured,
  'openedOn' | 'completedOn' | 'closedOn' | 'brokenOffOn' | 'minutes' | 'pins' | 'itemOrder'
>

/** A token for what did not come from a draft, so that drafts begun before it are seen to be older. */
export const ownPart = (): Part => ({ draftId: newId(), draftSeq: 1 })

/**
 * Takes an entry in, after its measurement was locked and read: its row, what it says of each item, what counts now, and
 * how the measurement stands, and what was planned to remind a supervisor of it, in one statement whatever the number of
 * answers. Gives the new version.
 */
export async function takeIn(
  tx: StudyTx,
  { today }: Occasion,
  measured: Measured,
  entering: Entering,
  became: Became,
): Promise<number> {
  const { way, enteredBy, why, part, complete, changed, notes, seconds, language } = entering
  const { items, values, missing } = columnsOf(changed)
  const version = measured.version + 1
  const signed = became.completedOn !== null
  await tx.$executeRaw`
    WITH taken AS (
      INSERT INTO study.entry (id, measurement_id, version, state, way, draft_id, draft_seq, entered_by, entered_on, language,
                               complete, why, seconds)
      VALUES (${newId()}::uuid, ${measured.id}::uuid, ${version}::smallint, 'in', ${way}, ${part.draftId}::uuid,
              ${part.draftSeq}::int, ${enteredBy}, ${today}::date, ${language}, ${complete}, ${why},
              ${seconds && JSON.stringify(seconds)}::jsonb)
      RETURNING id
    ), given AS (
      SELECT * FROM unnest(${items}::text[], ${values}::smallint[], ${missing}::text[]) AS g (item, value, missing)
    ), said AS (
      INSERT INTO study.entered_answer (entry_id, item, value, missing)
      SELECT taken.id, g.item, g.value, g.missing FROM taken, given g
    ), counts AS (
      INSERT INTO study.answer (measurement_id, item, value, missing)
      SELECT ${measured.id}::uuid, g.item, g.value, g.missing FROM given g
      ON CONFLICT (measurement_id, item) DO UPDATE SET value = EXCLUDED.value, missing = EXCLUDED.missing
    ), noted AS (
      INSERT INTO study.entry_note (entry_id, item, text)
      SELECT taken.id, n.item, n.text
        FROM taken, unnest(${Object.keys(notes)}::text[], ${Object.values(notes)}::text[]) AS n (item, text)
    ), answered AS (
      UPDATE study.mail_line SET state = 'cancelled', reason = 'answered', ended_at = ${now()}::timestamptz
       WHERE ${complete} AND ${measured.perspective} = 'supervisor' AND registration_id = ${measured.registrationId}::uuid
         AND wave = ${measured.wave.name} AND state = 'planned' AND kind IN ('questionnaire', 'questionnaire_reminder')
    )
    UPDATE study.measurement
       SET version = ${version}::smallint, draft_id = ${part.draftId}::uuid, draft_seq = ${part.draftSeq}::int,
           opened_on = ${became.openedOn}::date, completed_on = ${became.completedOn}::date,
           closed_on = ${became.closedOn}::date, broken_off_on = ${became.brokenOffOn}::date,
           minutes = ${became.minutes}::smallint, battery = ${[...became.pins]}::text[],
           item_order = nullif(${[...became.itemOrder]}::text[], '{}'), language = coalesce(${language}, language),
           started_at = coalesce(started_at, now()), changed_at = now(),
           submitted_at = CASE WHEN ${signed} THEN coalesce(submitted_at, now()) END
     WHERE id = ${measured.id}::uuid`
  return version
}

/** Keeps an entry whole beside what stands, with the day of which it tells, until it is decided. Gives its id. */
export async function putAside(
  tx: StudyTx,
  { id: measurementId }: Pick<Measured, 'id'>,
  { way, enteredBy, why, part, complete, changed, notes, seconds, language }: Entering,
  on: Day,
): Promise<string> {
  const id = newId()
  const { items, values, missing } = columnsOf(changed)
  await tx.$executeRaw`
    WITH kept AS (
      INSERT INTO study.entry (id, measurement_id, state, way, draft_id, draft_seq, entered_by, entered_on, language, complete,
                               why, seconds)
      VALUES (${id}::uuid, ${measurementId}::uuid, 'aside', ${way}, ${part.draftId}::uuid, ${part.draftSeq}::int,
              ${enteredBy}, ${on}::date, ${language}, ${complete}, ${why}, ${seconds && JSON.stringify(seconds)}::jsonb)
      RETURNING id
    ), said AS (
      INSERT INTO study.entered_answer (entry_id, item, value, missing)
      SELECT kept.id, g.item, g.value, g.missing
        FROM kept, unnest(${items}::text[], ${values}::smallint[], ${missing}::text[]) AS g (item, value, missing)
    )
    INSERT INTO study.entry_note (entry_id, item, text)
    SELECT kept.id, n.item, n.text
      FROM kept, unnest(${Object.keys(notes)}::text[], ${Object.values(notes)}::text[]) AS n (item, text)`
  return id
}
