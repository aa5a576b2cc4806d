import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { type Result, refuse } from '../../protocol/refusal'
import type { Verdict, Wave } from '../../protocol/study'

/** What the interviewer found of each criterion of a wave, by its name. */
export type Findings = Readonly<Record<string, Verdict>>

/** Refuses `required` on the first criterion of the wave that nobody asked: unknown is asked, never guessed (protocol §2.1). */
export function unasked({ criteria }: Pick<Wave, 'criteria'>, findings: Findings): Result<never> | null {
  const open = criteria.find((name) => findings[name] !== 'met' && findings[name] !== 'not_met')
  return open ? refuse('required', { field: open }) : null
}

/** The criteria of the wave that are not met. */
export const notMet = ({ criteria }: Pick<Wave, 'criteria'>, findings: Findings): string[] =>
  criteria.filter((name) => findings[name] === 'not_met')

/** Keeps what was asked on this day, each time anew (protocol §2.1, §4.4); what was found before stays. */
export async function writeChecks(
  tx: StudyTx,
  { today }: Occasion,
  at: { readonly registrationId: string; readonly wave: Pick<Wave, 'name' | 'criteria'>; readonly interviewer: string },
  findings: Findings,
): Promise<void> {
  const { registrationId, wave, interviewer } = at
  await tx.$executeRaw`
    INSERT INTO study.wave_check (registration_id, wave, criterion, seq, verdict, checked_on, interviewer)
    SELECT ${registrationId}::uuid, ${wave.name}, c.name,
           1 + coalesce((SELECT max(b.seq) FROM study.wave_check b WHERE b.registration_id = ${registrationId}::uuid
                            AND b.wave = ${wave.name} AND b.criterion = c.name), 0),
           c.verdict, ${toColumn(today)}::date, ${interviewer}
      FROM unnest(${[...wave.criteria]}::text[], ${wave.criteria.map((name) => findings[name] ?? 'unknown')}::text[])
        AS c (name, verdict)`
}
