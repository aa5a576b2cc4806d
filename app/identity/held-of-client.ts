import { LOOK_VERBS } from '../access/looks'
import type { VaultDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { formNamed, scopeOfBox } from '../protocol/consent-forms'
import { done, type Result, refuse } from '../protocol/refusal'
import { actorsOf } from './actors'
import { change } from './change'
import { personOf } from './forms/found'
import { formsKept } from './forms/kept'
import { trailOf } from './trail'

export type NamedOfClient = {
  /** Null for what was erased, or never given. */
  readonly name: string | null
  readonly number: string | null
  readonly bornOn: string | null
  readonly phone: string | null
  readonly supervisions: readonly string[]
  readonly forms: readonly {
    readonly version: string
    readonly language: string
    readonly way: string
    readonly state: string
    readonly signedOn: string
    readonly endedOn: string | null
    readonly guardian: string | null
    readonly papers: readonly string[]
    readonly said: readonly { readonly scope: string; readonly answer: string; readonly month: string }[]
  }[]
  readonly letters: readonly { readonly version: string; readonly language: string; readonly on: string }[]
  /** Who saw the name, by role: the names of colleagues are theirs. */
  readonly seen: readonly { readonly at: string; readonly by: string; readonly verb: string }[]
}

/**
 * Everything that the vault holds about a client, for their own request to see it (GDPR art. 15), with the purpose that
 * was typed in: an entry in its chain. Takes the study's ids of the client and of their cases. Refused without a purpose,
 * and for a client of whom the vault has nothing.
 */
export function namedOfClient(
  vault: Vault,
  occasion: Occasion,
  { clientId, cases, purpose }: { clientId: string; cases: readonly string[]; purpose: string },
): Promise<Result<NamedOfClient>> {
  const what = { verb: 'export_access', subject: 'client', subjectId: clientId, details: { purpose } }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    if (purpose.trim() === '') return refuse('required', { field: 'purpose' })
    const person = await personOf(tx, keys, occasion, clientId)
    if (!person) return refuse('unknown_client')
    const { id } = person
    const open = (column: string, sealed: Uint8Array | null) => sealed && keys.open(sealed, `person.${column}:${id}`)
    const [initials, surname] = [open('initials', person.initials), open('surname', person.surname)]
    const supervisions = await tx.supervision.findMany({ where: { personId: id } })
    const papers = await tx.consentPaper.findMany({
      where: { form: { personId: id } },
      select: { formId: true, kind: true },
    })
    const letters = await tx.letter.findMany({ where: { personId: id } })
    const forms = await formsKept(tx, keys, id)
    return done({
      name: surname && `${initials ?? ''} ${surname}`.trim(),
      number: open('number', person.number),
      bornOn: open('born_on', person.bornOn),
      phone: open('phone', person.phone),
      supervisions: supervisions.flatMap((one) =>
        one.number ? [keys.open(one.number, `supervision.number:${one.id}`)] : [],
      ),
      forms: forms.map((form) => {
        const published = formNamed(occasion.study.protocol, form.version)
        return {
          version: form.version,
          language: form.language,
          way: form.way,
          state: form.state,
          signedOn: form.particulars.signedOn,
          endedOn: form.particulars.endedOn ?? null,
          guardian: form.particulars.guardian ?? null,
          papers: papers.filter(({ formId }) => formId === form.id).map(({ kind }) => kind),
          said: form.said.map(({ box, answer, month }) => ({
            scope: (published && scopeOfBox(published, box)) ?? `${box}`,
            answer,
            month,
          })),
        }
      }),
      letters: letters.map(({ id: letterId, version, language, particulars }) => {
        const { on } = JSON.parse(keys.open(particulars, `letter.particulars:${letterId}`)) as { on: string }
        return { version, language, on }
      }),
      seen: await seenBy({ db: tx as VaultDb, keys }, [clientId, ...cases]),
    })
  })
}

async function seenBy(vault: Vault, subjects: readonly string[]) {
  const looks: readonly string[] = LOOK_VERBS
  const entries = (await trailOf(vault, ...subjects)).filter(
    ({ verb }) => looks.includes(verb) || verb === 'export_access',
  )
  const actors = await actorsOf(
    vault,
    entries.map(({ actor }) => actor),
  )
  return entries.map(({ at, actor, verb }) => {
    const who = actors.get(actor)
    return { at, by: who?.kind === 'account' ? (who.role ?? 'gone') : (who?.kind ?? 'gone'), verb }
  })
}
