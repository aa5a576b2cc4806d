import { type Occasion, withoutRequest } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'
import { type Named, sealedClient, sealedStaff } from './people'
import { saidIn } from './said'
import { vaultIdsOf } from './tie'

/** The study's ids of whom a row of the register names. */
type Ids = { readonly clientId: string; readonly supervisorId: string | null }
/** Of these (the study's ids), for whom the study needs a name now. */
export type Needed = (ids: Ids) => Promise<{ readonly client: boolean; readonly supervisor: boolean }>

/**
 * Writes a name back that went because its term was over, when the register names the same person again and the study
 * needs the name now: the case came back, or what it was erased by was a mistake. Never that of a client who wished to
 * be erased. One `restore_name` in the vault's chain for each of the two. Gives how many names came back.
 */
export async function restoreNames(
  vault: Vault,
  occasion: Occasion,
  { named, ids, needed }: { readonly named: Named; readonly ids: Ids; readonly needed: Needed },
): Promise<Result<number>> {
  const { clientId, supervisorId } = ids
  const gone = await goneOf(vault, ids)
  if (!gone.client && !gone.supervisor) return done(0)
  const wanted = await needed(ids)
  let count = 0
  if (gone.client && wanted.client) {
    const back = await restoreClient(vault, occasion, { named, clientId, personId: gone.client })
    if (!back.ok) return back
    count += back.value
  }
  if (gone.supervisor && named.supervisor && supervisorId && wanted.supervisor) {
    const theirs = { ...named, supervisor: named.supervisor }
    const back = await restoreSupervisor(vault, occasion, { named: theirs, supervisorId, id: gone.supervisor })
    if (!back.ok) return back
    count += back.value
  }
  return done(count)
}

/** The vault's ids of those of the two whose name is not there and may come back. */
async function goneOf({ db, keys }: Vault, { clientId, supervisorId }: Ids) {
  const tied = await vaultIdsOf(db, keys, supervisorId ? [clientId, supervisorId] : [clientId])
  const [row] = await db.$queryRaw<[{ client: string | null; supervisor: string | null }]>`
    SELECT (SELECT p.id FROM identity.person p WHERE p.id = ${tied.get(clientId) ?? null}::uuid
               AND p.surname IS NULL AND p.gone IS DISTINCT FROM 'wish') AS client,
           (SELECT v.id FROM identity.supervisor v WHERE v.id = ${tied.get(supervisorId ?? '') ?? null}::uuid
               AND v.name IS NULL) AS supervisor`
  return row
}

function restoreClient(
  vault: Vault,
  occasion: Occasion,
  { named, clientId, personId }: { readonly named: Named; readonly clientId: string; readonly personId: string },
): Promise<Result<number>> {
  const { keys } = vault
  const what = { verb: 'restore_name', subject: 'client', subjectId: clientId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, surname: null, OR: [{ gone: null }, { gone: { not: 'wish' } }] },
      data: { ...sealedClient(keys, named.client, personId), gone: null },
    })
    const numberHash = keys.hash('supervision', named.supervisionNumber)
    const theirs = { personId, numberHash }
    const clientSaid = saidIn(keys, named).client
    for (const { id } of await tx.supervision.findMany({ where: theirs, select: { id: true } })) {
      const number = keys.seal(named.supervisionNumber, `supervision.number:${id}`)
      if (count > 0) await tx.supervision.updateMany({ where: { id }, data: { number, clientSaid } })
    }
    return done(count)
  })
}

type WithStaff = Named & { readonly supervisor: NonNullable<Named['supervisor']> }

function restoreSupervisor(
  vault: Vault,
  occasion: Occasion,
  { named, supervisorId, id }: { named: WithStaff; supervisorId: string; id: string },
): Promise<Result<number>> {
  const { keys } = vault
  const what = { verb: 'restore_name', subject: 'supervisor', subjectId: supervisorId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const data = sealedStaff(keys, named.supervisor, id)
    const { count } = await tx.supervisorIdentity.updateMany({ where: { id, name: null }, data })
    const numberHash = keys.hash('supervision', named.supervisionNumber)
    const supervisorSaid = saidIn(keys, named).supervisor
    if (count > 0)
      await tx.supervision.updateMany({ where: { supervisorId: id, numberHash }, data: { supervisorSaid } })
    return done(count)
  })
}
