import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import type { Day } from '../../protocol/day'
import { personOf } from './found'
import { type FormState, formsKept, historyOf, type KeptForm, type RefusedFor, type Said } from './kept'

/** A form in a list: what it is and how far, in months and without anybody's name. */
export type ShownForm = {
  readonly id: string
  readonly version: string
  readonly language: 'nl' | 'en'
  readonly way: KeptForm['way']
  readonly state: FormState
  readonly month: string
  readonly endedMonth: string | null
  readonly refusedFor: RefusedFor | null
  /** Whether it was signed today; no other day of a form is told. */
  readonly signedToday: boolean
}
export type Spoken = { readonly month: string; readonly version: string; readonly answer: Said }

/** Everything about a client's consent that a page shows: no names, no days. */
export type FormsOf = {
  /** Newest first. */
  readonly forms: readonly ShownForm[]
  /** By scope of the study what was said, newest first; empty for what nobody asked yet. */
  readonly scopes: readonly { readonly scope: string; readonly history: readonly Spoken[] }[]
  readonly letters: readonly { readonly version: string; readonly language: string; readonly month: string }[]
}

/** The forms, answers and letters of a client of this study; empty for whom the vault has nothing of. */
export async function formsOf({ db, keys }: Vault, occasion: Occasion, clientId: string): Promise<FormsOf> {
  const { protocol } = occasion.study
  const person = await personOf(db, keys, occasion, clientId)
  const kept = person ? await formsKept(db, keys, person.id) : []
  const letters = person ? await db.letter.findMany({ where: { personId: person.id }, orderBy: { month: 'desc' } }) : []
  return {
    forms: kept.map((form) => shown(form, occasion.today)).reverse(),
    scopes: protocol.scopes.map((scope) => ({
      scope,
      history: historyOf(protocol, kept, scope)
        .map(({ month, version, answer }) => ({ month, version, answer }))
        .reverse(),
    })),
    letters: letters.map(({ version, language, month }) => ({ version, language, month })),
  }
}

function shown(form: KeptForm, today: Day): ShownForm {
  const { id, version, language, way, state, month, endedMonth, particulars } = form
  const { refusedFor = null, signedOn } = particulars
  return { id, version, language, way, state, month, endedMonth, refusedFor, signedToday: signedOn === today }
}
