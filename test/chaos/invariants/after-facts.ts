import type { Accepted } from '../accepted'
import { type Act, type ActKind, WAYS } from '../acts'
import { type Broken, broken, type Evidence, grouped } from '../evidence'
import { envelopeOf, type Said, saidIn } from './said'

/** What a link is about, and to whom it went. */
type About = { readonly registrationId: string; readonly wave: string | null }

/** How messages and what ended their reason met, in milliseconds. */
export type Gap = {
  /** From the last look at its lines to the server's acceptance: the gap that is left. */
  readonly lookToAcceptance: readonly number[]
  /** Accepted after what made it needless was committed, by how much: all within that gap. */
  readonly overtaken: readonly number[]
}

/**
 * Nothing is said after it became needless: a message that the server accepted after an answer, a withdrawal, a closing or
 * a change was committed was looked at before. What falls into that gap is counted and measured.
 */
export async function nothingNeedless(evidence: Evidence): Promise<{ readonly wrong: Broken[] } & Gap> {
  const { accepted, acts, begun, stage } = evidence
  const { desk, study } = stage
  const targets = await desk.study.$queryRaw<(About & { id: string })[]>`
    SELECT i.id, i.registration_id AS "registrationId", NULL AS wave FROM study.inquiry i
     UNION ALL SELECT b.id, b.registration_id, NULL FROM study.inquiry_before b
     UNION ALL SELECT m.id, m.registration_id, m.wave FROM study.measurement m WHERE m.study_id = ${study.id}::uuid
     UNION ALL SELECT r.id, r.id, NULL FROM study.registration r WHERE r.study_id = ${study.id}::uuid`
  const aboutOf = new Map(targets.map(({ id, ...about }) => [id, about]))
  const envelopes = await desk.study.$queryRaw<{ message: string; supervisor: string }[]>`
    SELECT message_id AS message, supervisor_id AS supervisor FROM study.mail_envelope
     WHERE study_id = ${study.id}::uuid AND supervisor_id IS NOT NULL`
  const known = new Map(envelopes.map((one) => [one.message, one]))
  const tries = grouped(begun, ({ worker, messageId }) => `${worker} ${messageId}`)
  /** When the worker had looked at it for the last time, and began. */
  const lookedAt = (one: Accepted) =>
    (tries.get(`${one.worker} ${envelopeOf(one)}`) ?? []).filter(({ at }) => at <= one.acceptedAt).at(-1)?.at ?? 0
  const done = acts.filter(({ came, act }) => came === 'done' && act in WAYS)
  const late = accepted.flatMap((one) =>
    saidIn(one, desk.linkKey).flatMap((said) => {
      const about = aboutOf.get(said.id)
      const to = known.get(envelopeOf(one))?.supervisor
      const ending = about && done.find((act) => ends(act, said, about, to) && act.committedAt < one.acceptedAt)
      return ending ? [{ one, said, ending, by: one.acceptedAt - ending.committedAt }] : []
    }),
  )
  const wrong = late.filter(({ one, ending }) => lookedAt(one) - LOOKING_MS > ending.committedAt)
  const nowhere = accepted.filter((one) => saidIn(one, desk.linkKey).some(({ id }) => !aboutOf.has(id)))
  const hashes = await desk.study.$queryRaw<
    { hash: string }[]
  >`SELECT encode(hash, 'hex') AS hash FROM study.issued_link`
  const issued = new Set(hashes.map(({ hash }) => hash))
  const unknown = accepted.filter((one) => saidIn(one, desk.linkKey).some(({ hash }) => !issued.has(hash)))
  return {
    lookToAcceptance: accepted.map((one) => one.acceptedAt - lookedAt(one)),
    overtaken: late.filter((one) => !wrong.includes(one)).map(({ by }) => by),
    wrong: [
      ...broken(
        'nothing is said after it was answered, withdrawn, closed or given to somebody else',
        wrong.map(({ one, said, ending, by }) => ({ kind: said.kind, act: ending.act, by, worker: one.worker })),
      ),
      ...broken(
        'every message asks for something that there is',
        nowhere.map(({ messageId }) => messageId),
      ),
      ...broken(
        'a link is known before anybody has it',
        unknown.map(({ messageId }) => messageId),
      ),
    ],
  }
}

/** From the database's answer to the beginning, at most, on a machine that does ten other things. */
const LOOKING_MS = 1_000

function ends(act: Act, said: Said, about: About, to: string | undefined): boolean {
  const { of, links } = WAYS[act.act as ActKind].ends
  if (!(links as readonly string[]).includes(said.kind)) return false
  if (act.act === 'answer' && about.wave !== act.wave) return false
  if (of === 'recipient') return act.supervisorId === to
  return act.registrationId === about.registrationId && (of === 'case' || act.supervisorId === to)
}
