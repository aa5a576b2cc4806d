import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { scopesNeeded } from '../../protocol/consent'
import type { DeviationKind, Finding } from '../../protocol/deviations'
import { unqualifiedInterviewers } from './unqualified'

type Rule = (db: StudyDb, study: StudyRef) => PromiseLike<Omit<Finding, 'kind'>[]>

/** Contacts at a first interview, where they were counted, are two to four (protocol §3). */
const contactsOutsideRule: Rule = (db, { id, protocol }) => {
  const first = protocol.waves.flatMap(({ name, window }) => (window ? [] : [name]))
  const { min, max } = protocol.contacts
  if (!Number.isFinite(max)) return Promise.resolve([])
  return db.$queryRaw`
    SELECT m.id AS fact, r.id AS "registrationId", r.location, to_char(m.opened_on, 'YYYY-MM') AS month
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
     WHERE m.study_id = ${id}::uuid AND m.wave = ANY (${first}::text[]) AND m.perspective = 'client'
       AND m.contacts NOT BETWEEN ${min} AND ${max}`
}

/** A later interview lies within the window of its wave (protocol §4.2). */
const outsideWindow: Rule = (db, { id }) => db.$queryRaw`
  SELECT m.id AS fact, r.id AS "registrationId", r.location, to_char(m.opened_on, 'YYYY-MM') AS month
    FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
    JOIN study.wave_window w ON w.registration_id = r.id AND w.wave = m.wave
   WHERE m.study_id = ${id}::uuid AND m.perspective = 'client' AND m.opened_on NOT BETWEEN w.opens_on AND w.closes_on`

/**
 * An interview needs its scopes from a form that is in force, or was when it was held: a yes that the client took back
 * later was given (protocol §6).
 */
const noConsentForm: Rule = async (db, { id, protocol }) => {
  const needed = protocol.waves.flatMap((wave) =>
    scopesNeeded(protocol, 'interview', wave).map((scope) => ({ wave: wave.name, scope })),
  )
  return db.$queryRaw`
    SELECT DISTINCT m.id AS fact, r.id AS "registrationId", r.location, to_char(m.opened_on, 'YYYY-MM') AS month
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
      JOIN unnest(${needed.map(({ wave }) => wave)}::text[], ${needed.map(({ scope }) => scope)}::text[])
        AS n (wave, scope) ON n.wave = m.wave
     WHERE m.study_id = ${id}::uuid AND m.perspective = 'client'
       AND NOT EXISTS (SELECT FROM study.permission p WHERE p.client_id = r.client_id AND p.scope = n.scope
                          AND (p.granted OR p.ended_on >= m.opened_on))`
}

/** Of a supervisor's pairs that stand, those beyond the places that there are (protocol §2.1, 2). */
const tooManyPlaces: Rule = (db, { id, protocol }) => {
  if (!Number.isFinite(protocol.placesPerSupervisor)) return Promise.resolve([])
  return db.$queryRaw`
    SELECT d.id AS fact, d.registration_id AS "registrationId", r.location, to_char(d.bound_on, 'YYYY-MM') AS month
      FROM (SELECT x.*, row_number() OVER (PARTITION BY x.supervisor_id ORDER BY x.bound_on, x.id) AS place
              FROM study.dyad x WHERE x.study_id = ${id}::uuid AND x.unbound_on IS NULL) d
      JOIN study.registration r ON r.id = d.registration_id
     WHERE d.place > ${protocol.placesPerSupervisor}`
}

const RULES = {
  contacts_outside_rule: contactsOutsideRule,
  outside_window: outsideWindow,
  no_consent_form: noConsentForm,
  too_many_places: tooManyPlaces,
  unqualified_interviewer: unqualifiedInterviewers,
} as const satisfies Partial<Record<DeviationKind, Rule>>

/** What goes otherwise than the protocol says, by what is recorded today. */
export async function findDeviations(db: StudyDb, study: StudyRef): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [kind, rule] of Object.entries(RULES) as [DeviationKind, Rule][])
    found.push(...(await rule(db, study)).map((one) => ({ ...one, kind })))
  return found
}
