import type { StudyRef } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { day } from '../protocol/day'
import { type Telling, tells } from './purpose'
import { vaultIdOf } from './tie'

/**
 * Whether a text about a case says who somebody is (protocol §6): its client by surname, number, telephone or day of birth, or any
 * supervisor of the study. Of all supervisors, not of this client's: whoever tries names out must not find theirs (§1).
 */
export async function namesIn(vault: Vault, study: StudyRef, registrationId: string, text: string): Promise<boolean> {
  if (text.trim() === '') return false
  const client = await clientOf(vault, registrationId)
  if (client && tells(text, client)) return true
  const written = capitals(text)
  return (await supervisorsOf(vault, study)).some((one) => tells(written, one))
}

/** Words that begin with a capital, and numbers and addresses: many a surname is a trade or a colour, written small. */
const capitals = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => /^\P{L}*\p{Lu}/u.test(word) || /[\d@]/.test(word))
    .join(' ')

async function clientOf({ db, keys }: Vault, registrationId: string): Promise<Telling | null> {
  const id = await vaultIdOf(db, keys, registrationId)
  const row = id && (await db.supervision.findUnique({ where: { id }, include: { person: true } }))
  if (!row) return null
  const { person } = row
  const open = (field: string, sealed: Uint8Array | null) => sealed && keys.open(sealed, `person.${field}:${person.id}`)
  const bornOn = open('born_on', person.bornOn)
  const number = row.number && keys.open(row.number, `supervision.number:${row.id}`)
  return {
    surname: open('surname', person.surname),
    numbers: [open('number', person.number), open('phone', person.phone), number],
    bornOn: bornOn === null ? null : day(bornOn),
  }
}

async function supervisorsOf({ db, keys }: Vault, { id }: StudyRef): Promise<Telling[]> {
  const rows = await db.supervisorIdentity.findMany({ where: { studyAlias: keys.alias(id) } })
  return rows.map((row) => {
    const open = (field: string, sealed: Uint8Array | null) =>
      sealed && keys.open(sealed, `supervisor.${field}:${row.id}`)
    return {
      surname: open('name', row.name),
      numbers: [open('number', row.number), open('email', row.email)],
      bornOn: null,
    }
  })
}
