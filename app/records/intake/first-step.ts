import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { registerStep } from '../../protocol/register-step'
import { DECLINES, DECLINES_ALTOGETHER } from '../declining'
import { comeBackAll, departAll, type Leaving } from '../departures'
import { casesAtRegister } from './register-facts'
import type { RegisteredCase } from './registered-case'

/**
 * Step 1 of cases that were just entered or said otherwise (protocol §2), with a supervisor who can be asked; else the
 * case leaves, until that changes. What is told of the past counts on the day of its registration: places are looked at
 * once all files are there (`settlePast`), and whoever goes on counts as asked on that day.
 */
export async function firstSteps(tx: StudyTx, occasion: Occasion, told: readonly RegisteredCase[]): Promise<void> {
  if (told.length === 0) return
  const { study, today, past } = occasion
  const ids = told.map(({ registrationId }) => registrationId)
  await keepNotToAsk(tx, told, today)
  const at = new Map((await casesAtRegister(tx, occasion, ids)).map((one) => [one.id, one.facts]))
  const declined = await declinedAmong(tx, told)
  const leaving: Leaving[] = []
  const asked: RegisteredCase[] = []
  for (const one of told) {
    const { registrationId, registeredOn } = one
    const facts = at.get(registrationId)
    if (!facts) throw new Error('a case that was just written is not there')
    const places = past ? study.protocol.placesPerSupervisor : facts.places
    const step = registerStep(study.protocol, { ...facts, places })
    const no = declined.get(registrationId)
    const on = past ? registeredOn : today
    if (!step.open) leaving.push({ registrationId, step: 'register', reason: step.reason, on })
    else if (no) leaving.push({ registrationId, step: 'inquiry', reason: no, on })
    else if (past && one.supervisorId) asked.push(one)
  }
  await departAll(tx, occasion, leaving)
  await inquiredThen(tx, asked)
}

/** The same for cases that were looked at before: what left at the first two steps comes back, and may leave anew. */
export async function firstStepsAgain(tx: StudyTx, occasion: Occasion, told: readonly RegisteredCase[]): Promise<void> {
  if (told.length === 0) return
  const ids = told.map(({ registrationId }) => registrationId)
  await comeBackAll(tx, ids, ['register', 'inquiry'], occasion.today)
  await firstSteps(tx, occasion, told)
}

/** What the vault says of clients on its list stays known here: whatever becomes of the case, nobody asks them. */
async function keepNotToAsk(tx: StudyTx, told: readonly RegisteredCase[], on: Day): Promise<void> {
  const ids = told.flatMap(({ clientId, doNotAsk }) => (doNotAsk ? clientId : []))
  if (ids.length > 0)
    await tx.$executeRaw`
      UPDATE study.client SET do_not_ask_on = ${on}::date
       WHERE do_not_ask_on IS NULL
         AND id IN (SELECT c.id FROM study.client c WHERE c.id = ANY (${ids}::uuid[]) ORDER BY c.id FOR NO KEY UPDATE)`
}

/** Under which reason the supervisor said no before, altogether or for this client, by case; others can be asked. */
async function declinedAmong(tx: StudyTx, told: readonly RegisteredCase[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; altogether: boolean }[]>`
    SELECT r.id, s.declined_on IS NOT NULL AS altogether
      FROM study.registration r JOIN study.supervisor s ON s.id = r.supervisor_id
     WHERE r.id = ANY (${told.map(({ registrationId }) => registrationId)}::uuid[])
       AND (s.declined_on IS NOT NULL
            OR EXISTS (SELECT FROM study.declining n WHERE n.registration_id = r.id AND n.supervisor_id = s.id))`
  return new Map(rows.map(({ id, altogether }) => [id, altogether ? DECLINES_ALTOGETHER : DECLINES]))
}

/** Supervisors who were asked on the day of registration, long ago: nobody is mailed. */
async function inquiredThen(tx: StudyTx, told: readonly RegisteredCase[]): Promise<void> {
  if (told.length === 0) return
  await tx.$executeRaw`
    INSERT INTO study.inquiry (id, registration_id, supervisor_id, asked_id, sent_on)
    SELECT t.id, t.registration, t.supervisor, t.supervisor, t.sent_on
      FROM unnest(${told.map(() => newId())}::uuid[], ${told.map((one) => one.registrationId)}::uuid[],
                  ${told.map((one) => one.supervisorId as string)}::uuid[], ${told.map((one) => one.registeredOn)}::date[])
             AS t (id, registration, supervisor, sent_on)
    ON CONFLICT (registration_id) DO NOTHING`
}
