import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../access/pages'
import { accessHtml } from '../exports/access-file'
import { readLanguage } from '../i18n/language'
import { namedOfClient } from '../identity/held-of-client'
import { heldOfClient } from '../records/held-of-client'
import { askedClient } from './access.$pseudonym/asked'
import { accessFile } from './access.$pseudonym/file'
import { nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'

/** There is nothing to see: a file is made for a purpose, which comes with the form. */
export function loader() {
  throw nothingHere()
}

/** Everything about one client as a file: made for this answer, and kept nowhere. Without a purpose there is none. */
export async function action(call: ActionFunctionArgs) {
  const { db, vault, occasion, client } = await askedClient('/access/:pseudonym/file', call)
  const form = await formOf(call.request)
  const purpose = textOf(form, 'purpose')
  if (!purpose) return redirect(link.access(client.pseudonym, 'purpose'))
  const { clientId } = client
  const held = await heldOfClient(db, occasion, clientId)
  if (!held.ok) throw nothingHere()
  const cases = held.value.cases.map(({ registrationId }) => registrationId)
  const named = await namedOfClient(vault, occasion, { clientId, cases, purpose })
  if (!named.ok) throw nothingHere()
  const language = readLanguage(textOf(form, 'language')) ?? 'nl'
  return new Response(accessHtml(accessFile(occasion, { held: held.value, named: named.value }, language)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="koppel-${client.pseudonym}.html"`,
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
