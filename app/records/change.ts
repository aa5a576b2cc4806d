import { audited, type Change } from '../platform/audited'
import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { retrying } from '../platform/retry'
import type { Result } from '../protocol/refusal'
import { refreshWork } from './work/refresh'

/**
 * One write of the study: one transaction, one audit entry (see `audited`), and what is to be done after it. Takes what the
 * audit will say and the body, which writes with the transaction only; gives what the body gives, or the refusal, which leaves
 * no trace.
 */
export const change = <T>(
  db: StudyDb,
  occasion: Occasion,
  what: Change,
  body: (tx: StudyTx) => Promise<Result<T>>,
): Promise<Result<T>> =>
  audited<StudyTx, T>(
    { open: (inside, limits) => db.$transaction(inside, limits), enter: (tx) => enter(tx, occasion, what) },
    followed(occasion, body),
  )

/** The same for many of a kind at once: one transaction, one entry each. Several have no request of their own. */
export const changeEach = <T>(
  db: StudyDb,
  occasion: Occasion,
  whats: readonly Change[],
  body: (tx: StudyTx) => Promise<Result<T>>,
): Promise<Result<T>> =>
  audited<StudyTx, T>(
    {
      open: (inside, limits) => db.$transaction(inside, limits),
      enter: async (tx) => {
        const [only] = whats
        if (only && whats.length === 1) return enter(tx, occasion, only)
        return (await enterAll(tx, occasion, whats)) === whats.length ? 1 : 0
      },
    },
    followed(occasion, body),
  )

/** A body after which the work follows its facts, in the same transaction. */
const followed =
  <T>({ study }: Occasion, body: (tx: StudyTx) => Promise<Result<T>>) =>
  async (tx: StudyTx): Promise<Result<T>> => {
    const result = await body(tx)
    if (result.ok) await refreshWork(tx, study)
    return result
  }

/**
 * Verbs that are to be written together, with what is noted of them, or not at all: in one transaction, each verb in a
 * part of it that a refusal undoes. With `keep` false nothing of it stays: what it would come to. Gives what the body gives.
 */
export async function together<T>(
  db: StudyDb,
  { keep }: { readonly keep: boolean },
  body: (within: StudyDb, tx: StudyTx) => Promise<T>,
): Promise<T> {
  let came: { readonly value: T } | undefined
  try {
    return await retrying(() =>
      db.$transaction(
        async (tx) => {
          const value = await body(asDatabase(tx), tx)
          came = { value }
          if (!keep) throw new Undone()
          return value
        },
        { maxWait: 10_000, timeout: 60_000 },
      ),
    )
  } catch (error) {
    if (error instanceof Undone && came) return came.value
    throw error
  }
}

class Undone extends Error {}

/** A transaction that verbs take for the database: each of theirs is a part of it. */
function asDatabase(tx: StudyTx): StudyDb {
  const $transaction = async <R>(verb: (tx: StudyTx) => Promise<R>): Promise<R> => {
    await tx.$executeRaw`SAVEPOINT verb`
    try {
      const value = await verb(tx)
      await tx.$executeRaw`RELEASE SAVEPOINT verb`
      return value
    } catch (error) {
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT verb`
      throw error
    }
  }
  const get = (target: StudyTx, name: string | symbol) =>
    name === '$transaction' ? $transaction : Reflect.get(target, name, target)
  return new Proxy(tx, { get }) as StudyDb
}

/** Writes the audit entry. */
function enter(tx: StudyTx, occasion: Occasion, what: Change): PromiseLike<number> {
  const { study, actor, today, request, role, origin } = occasion
  const details = JSON.stringify(what.details ?? {})
  return tx.$executeRaw`
    INSERT INTO audit.entry (day, study_id, actor, role, origin, verb, subject, subject_id, details, request)
    VALUES (${today}::date, ${study.id}::uuid, ${actor}, ${role ?? null}, ${origin ?? null}, ${what.verb}, ${what.subject},
            ${what.subjectId ?? null}::uuid, ${details}::jsonb, ${request ?? null})
    ON CONFLICT DO NOTHING`
}

function enterAll(
  tx: StudyTx,
  { study, actor, today, role, origin }: Occasion,
  whats: readonly Change[],
): PromiseLike<number> {
  return tx.$executeRaw`
    INSERT INTO audit.entry (day, study_id, actor, role, origin, verb, subject, subject_id, details)
    SELECT ${today}::date, ${study.id}::uuid, ${actor}, ${role ?? null}, ${origin ?? null}, e.verb, e.subject, e.subject_id, e.details::jsonb
      FROM unnest(${whats.map(({ verb }) => verb)}::text[], ${whats.map(({ subject }) => subject)}::text[],
                  ${whats.map(({ subjectId }) => subjectId ?? null)}::uuid[],
                  ${whats.map(({ details }) => JSON.stringify(details ?? {}))}::text[])
        WITH ORDINALITY AS e (verb, subject, subject_id, details, place)
     ORDER BY e.place`
}
