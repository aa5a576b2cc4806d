import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { formNamed, scopeOfBox } from '../protocol/consent-forms'
import type { Day } from '../protocol/day'
import { formsKept, type KeptForm } from './forms/kept'
import { type Paper, papersOf } from './forms/papers'

/** A form as its client may see all of it, with the files that belong to it. */
export type HeldForm = {
  readonly version: string
  readonly language: string
  readonly way: string
  readonly state: string
  readonly signedOn: Day
  readonly endedOn: Day | null
  /** Why a second person refused it. */
  readonly refusedFor: KeptForm['particulars']['refusedFor'] | null
  readonly guardian: string | null
  /** What was answered to each question on understanding, by its code. */
  readonly capacity: Readonly<Record<string, boolean>>
  /** Oldest first; `takenBackOn` is the day of a yes that was taken back. */
  readonly said: readonly {
    readonly scope: string
    readonly answer: string
    readonly month: string
    readonly takenBackOn: Day | null
  }[]
  readonly papers: readonly Paper[]
}

/** All forms of a person, by the vault's id. */
export async function formsHeld(
  tx: VaultTx,
  keys: Vault['keys'],
  { study }: Occasion,
  personId: string,
): Promise<HeldForm[]> {
  const held = []
  for (const form of await formsKept(tx, keys, personId)) {
    const { signedOn, endedOn, refusedFor, guardian, capacity, takenBackOn } = form.particulars
    const published = formNamed(study.protocol, form.version)
    held.push({
      version: form.version,
      language: form.language,
      way: form.way,
      state: form.state,
      signedOn,
      endedOn: endedOn ?? null,
      refusedFor: refusedFor ?? null,
      guardian: guardian ?? null,
      capacity: capacity ?? {},
      said: form.said.map(({ box, answer, month }) => ({
        scope: (published && scopeOfBox(published, box)) ?? `${box}`,
        answer,
        month,
        takenBackOn: (answer === 'ended' && takenBackOn?.[box]) || null,
      })),
      papers: await papersOf(tx, keys, form.id),
    })
  }
  return held
}
