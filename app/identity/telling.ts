import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { day } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { LOOKED_UP, withinTheHour } from './looks-an-hour'
import { tells } from './purpose'
import { vaultIdOf } from './tie'

type About = { readonly person: 'client' | 'supervisor'; readonly id: string; readonly purpose: string }

/**
 * Refused as `purpose_names` when a purpose says who it is about. The refusal tells whether a guess was right: it is an entry,
 * without the purpose, and one of the looks of the hour. Takes the study's id.
 */
export async function purposeTelling(vault: Vault, occasion: Occasion, about: About): Promise<Result<null>> {
  const { person: subject, id: subjectId, purpose } = about
  const known = await { client: ofClient, supervisor: ofSupervisor }[subject](vault, subjectId)
  if (!known || !tells(purpose, known)) return done(null)
  const counted = await change<null>(vault, occasion, { verb: 'refuse_purpose', subject, subjectId }, (tx) =>
    withinTheHour(tx, vault.keys, occasion, LOOKED_UP),
  )
  return counted.ok ? refuse('purpose_names', { field: 'purpose' }) : counted
}

async function ofClient({ db, keys }: Vault, studyId: string) {
  const id = await vaultIdOf(db, keys, studyId)
  const row = id === null ? null : await db.person.findUnique({ where: { id }, include: { supervisions: true } })
  if (!row) return null
  const open = (column: string, sealed: Uint8Array | null) => sealed && keys.open(sealed, `person.${column}:${id}`)
  const bornOn = open('born_on', row.bornOn)
  const numbers = [open('number', row.number), open('phone', row.phone)]
  const supervisions = row.supervisions.map(
    (one) => one.number && keys.open(one.number, `supervision.number:${one.id}`),
  )
  return {
    surname: open('surname', row.surname),
    numbers: [...numbers, ...supervisions],
    bornOn: bornOn === null ? null : day(bornOn),
  }
}

async function ofSupervisor({ db, keys }: Vault, studyId: string) {
  const id = await vaultIdOf(db, keys, studyId)
  const row = id === null ? null : await db.supervisorIdentity.findUnique({ where: { id } })
  if (!row) return null
  const open = (column: string, sealed: Uint8Array | null) => sealed && keys.open(sealed, `supervisor.${column}:${id}`)
  return { surname: open('name', row.name), numbers: [open('email', row.email)], bornOn: null }
}
