import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { type Day, day, yearsBetween } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { BoxAnswer } from '../../protocol/signing'
import { actorsOf } from '../actors'
import { change } from '../change'
import { NAMES_MET, withinTheHour } from '../looks-an-hour'
import { clientName } from '../people'
import { personOf } from './found'
import { formsKept, type KeptForm, newestSaid } from './kept'
import { papersOf } from './papers'
import type { Scan } from './scan'

/** A signed form with names and signatures, for the client's copy; of a paper one the scan. */
export type Copy =
  | { readonly way: 'paper'; readonly scan: Scan }
  | {
      readonly way: 'tablet'
      readonly version: string
      readonly language: 'nl' | 'en'
      readonly on: Day
      readonly answers: Readonly<Record<number, BoxAnswer>>
      readonly telephone?: string
      readonly names: { readonly client: string; readonly interviewer: string; readonly guardian?: string }
      readonly signatures: Readonly<Partial<Record<'client' | 'interviewer' | 'guardian', Uint8Array>>>
    }

/**
 * The client's copy of the newest form in force, as it was signed (protocol §6): what was taken back later is not on
 * it. It opens names, so each is an audit entry. Refused when there is nothing to copy (no form, no scan yet, a form of an
 * import, or a name that is gone) and over the hour's number of names.
 */
export function copyFor(vault: Vault, occasion: Occasion, clientId: string): Promise<Result<Copy>> {
  const what = { verb: 'copy_consent', subject: 'client', subjectId: clientId }
  return change<Copy>(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const counted = await withinTheHour(tx, keys, occasion, NAMES_MET)
    if (!counted.ok) return counted
    const person = await personOf(tx, keys, occasion, clientId)
    const forms = person ? await formsKept(tx, keys, person.id) : []
    const form = forms.findLast(({ endedMonth }) => endedMonth === null)
    if (!person || !form) return refuse('nothing_to_copy')
    const papers = await papersOf(tx, keys, form.id)
    const file = (wanted: string) => papers.find(({ kind }) => kind === wanted)
    const scan = file('scan')
    if (form.way === 'paper' && scan) return done({ way: 'paper', scan })
    const client = clientName(keys, person)
    if (form.way !== 'tablet' || client === null) return refuse('nothing_to_copy')
    const { guardian } = form.particulars
    const pictures = { client: file('client'), interviewer: file('staff'), guardian: file('guard') }
    const drawn = Object.entries(pictures).flatMap(([who, paper]) => (paper ? [[who, paper.bytes]] : []))
    const { by } = form.particulars
    const interviewer = (await actorsOf({ db: tx }, [by])).get(by)
    return done({
      way: 'tablet',
      version: form.version,
      language: form.language,
      on: form.particulars.signedOn,
      answers: signedAnswers(form),
      ...(person.phone && { telephone: keys.open(person.phone, `person.phone:${person.id}`) }),
      names: {
        client,
        interviewer: interviewer?.kind === 'account' ? interviewer.name : '',
        ...(guardian && { guardian }),
      },
      signatures: Object.fromEntries(drawn),
    })
  })
}

/**
 * Whose name stands on the form that is about to be signed, and what decides what it asks: whether they are under age
 * (protocol §6), and whether a telephone number is known. A look at a name, so an audit entry. Refused when the study has
 * no such client or the name is gone (`unknown_client`), and over the hour's number of names.
 */
export function whoSigns(
  vault: Vault,
  occasion: Occasion,
  clientId: string,
  { adultFrom }: { readonly adultFrom: number },
): Promise<Result<{ name: string; underAge: boolean; telephoneKnown: boolean }>> {
  const what = { verb: 'show_signer', subject: 'client', subjectId: clientId }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const counted = await withinTheHour(tx, keys, occasion, NAMES_MET)
    if (!counted.ok) return counted
    const person = await personOf(tx, keys, occasion, clientId)
    const name = person && clientName(keys, person)
    if (!person?.bornOn || !name) return refuse('unknown_client')
    const bornOn = day(keys.open(person.bornOn, `person.born_on:${person.id}`))
    const underAge = yearsBetween(bornOn, occasion.today) < adultFrom
    return done({ name, underAge, telephoneKnown: person.phone !== null })
  })
}

/** What was signed: a yes that was taken back later was a yes. */
const signedAnswers = (form: KeptForm): Record<number, BoxAnswer> =>
  Object.fromEntries([...newestSaid(form)].map(([box, answer]) => [box, answer === 'ended' ? 'yes' : answer]))
