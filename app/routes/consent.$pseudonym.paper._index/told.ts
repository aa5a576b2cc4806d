import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { formsOf } from '../../identity/forms/shown'
import { blindId } from '../../platform/id'
import { formInForce, formNamed, validOn } from '../../protocol/consent-forms'
import { enterConsent } from '../gate/consent-case'
import { formWords } from '../gate/form-read'

/** The form to write a paper one down with; a client of whom a paper waits for its scan gets the place for that first. */
export async function told(call: LoaderFunctionArgs) {
  const { occasion, found, language } = await enterConsent('/consent/:pseudonym/paper', call)
  const { pseudonym, clientId } = found
  if (found.withdrawn) throw redirect(link.consent(pseudonym))
  const { protocol } = occasion.study
  const { searchParams } = new URL(call.request.url)
  const asked = formNamed(protocol, searchParams.get('version') ?? '')
  const published = asked ?? formInForce(protocol, occasion.today)
  const { forms } = await formsOf(call.context.vault, occasion, clientId)
  const open = forms.filter(({ endedMonth }) => endedMonth === null)
  const others = protocol.consent.forms.filter(
    (one) => one.version !== published?.version && validOn(one, occasion.today),
  )
  return {
    pseudonym,
    language,
    today: occasion.today,
    request: blindId(),
    again: searchParams.get('again') === 'yes',
    signed: open.length > 0,
    waiting: open.filter(({ state }) => state === 'scan').map(({ id, version, month }) => ({ id, version, month })),
    form: published ? formWords(published, language) : null,
    printed: published?.paper !== true,
    others: others.map(({ version, title }) => ({ version, title: title[language] })),
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
