import { LOOK_VERBS } from '../access/looks'
import type { VaultDb, VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { actorsOf } from './actors'
import { change } from './change'
import { personOf } from './forms/found'
import { formsHeld, type HeldForm } from './held-forms'
import { LOOKED_UP, withinTheHour } from './looks-an-hour'
import { purposeLong } from './purpose'
import { purposeTelling } from './telling'
import { trailOf } from './trail'

export type NamedOfClient = {
  /** Null for what was erased, or never given. */
  readonly name: string | null
  readonly number: string | null
  readonly bornOn: string | null
  readonly phone: string | null
  /** On the list of people who are never to be asked. */
  readonly doNotAsk: boolean
  readonly supervisions: readonly string[]
  readonly forms: readonly HeldForm[]
  readonly letters: readonly { readonly version: string; readonly language: string; readonly on: string }[]
  /** Who saw the name, by role: the names of colleagues are theirs. */
  readonly seen: readonly { readonly at: string; readonly by: string; readonly verb: string }[]
}

/** The vault's half, and the study's. */
export type HeldBoth<Held> = { readonly named: NamedOfClient; readonly held: Held }

/** Whose (the study's ids of the client and of their cases), why, and by which way when it was not by a page. */
export type Asked = {
  readonly clientId: string
  readonly cases: readonly string[]
  readonly purpose: string
  readonly way?: 'command line'
}

/**
 * Everything that is held about a client, for their own request to see it (GDPR art. 15): the vault's half, and then
 * the study's by `study`, inside the same change: so neither chain says that a file was taken when one half could not be
 * read. The purpose is kept with the entry. Refused as a look by name is (`reidentify`), for a client of whom the vault has
 * nothing, and with whatever the study's half is refused.
 */
export async function heldInBoth<Held>(
  vault: Vault,
  occasion: Occasion,
  { clientId, cases, purpose, way }: Asked,
  study: () => Promise<Result<Held>>,
): Promise<Result<HeldBoth<Held>>> {
  const long = purposeLong(purpose)
  if (!long.ok) return long
  const telling = await purposeTelling(vault, occasion, { person: 'client', id: clientId, purpose })
  if (!telling.ok) return telling
  const details = { purpose, ...(way && { way }) }
  return change(
    vault,
    occasion,
    { verb: 'export_access', subject: 'client', subjectId: clientId, details },
    async (tx) => {
      const counted = await withinTheHour(tx, vault.keys, occasion, LOOKED_UP)
      if (!counted.ok) return counted
      const named = await namedOfClient(tx, vault.keys, occasion, { clientId, cases })
      if (!named) return refuse('unknown_client')
      const held = await study()
      return held.ok ? done({ named, held: held.value }) : held
    },
  )
}

async function namedOfClient(
  tx: VaultTx,
  keys: Vault['keys'],
  occasion: Occasion,
  { clientId, cases }: Pick<Asked, 'clientId' | 'cases'>,
): Promise<NamedOfClient | null> {
  const person = await personOf(tx, keys, occasion, clientId)
  if (!person) return null
  const { id } = person
  const open = (column: string, sealed: Uint8Array | null) => sealed && keys.open(sealed, `person.${column}:${id}`)
  const [initials, surname] = [open('initials', person.initials), open('surname', person.surname)]
  const supervisions = await tx.supervision.findMany({ where: { personId: id } })
  const letters = await tx.letter.findMany({ where: { personId: id } })
  return {
    name: surname && `${initials ?? ''} ${surname}`.trim(),
    number: open('number', person.number),
    bornOn: open('born_on', person.bornOn),
    phone: open('phone', person.phone),
    doNotAsk:
      (await tx.doNotAsk.count({ where: { studyAlias: person.studyAlias, numberHash: person.numberHash } })) > 0,
    supervisions: supervisions.flatMap((one) =>
      one.number ? [keys.open(one.number, `supervision.number:${one.id}`)] : [],
    ),
    forms: await formsHeld(tx, keys, occasion, id),
    letters: letters.map(({ id: letterId, version, language, particulars }) => {
      const { on } = JSON.parse(keys.open(particulars, `letter.particulars:${letterId}`)) as { on: string }
      return { version, language, on }
    }),
    seen: await seenBy({ db: tx as VaultDb, keys }, [clientId, ...cases]),
  }
}

async function seenBy(vault: Vault, subjects: readonly string[]) {
  const looks: readonly string[] = LOOK_VERBS
  const entries = (await trailOf(vault, ...subjects)).filter(({ verb }) => looks.includes(verb))
  const actors = await actorsOf(
    vault,
    entries.map(({ actor }) => actor),
  )
  return entries.map(({ at, actor, verb }) => {
    const who = actors.get(actor)
    return { at, by: who?.kind === 'account' ? (who.role ?? 'gone') : (who?.kind ?? 'gone'), verb }
  })
}
