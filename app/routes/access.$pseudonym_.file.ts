import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../access/pages'
import { accessHtml } from '../exports/access-file'
import { readLanguage } from '../i18n/language'
import { askedOfClient } from '../records/held-of-client'
import { askedClient } from './access.$pseudonym/asked'
import { accessFile } from './access.$pseudonym/file'
import { heldAbout } from './access.$pseudonym/held'
import { nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'

/** There is nothing to see: a file is made for a purpose, which comes with the form. */
export function loader() {
  throw nothingHere()
}

/** Everything about one client as a file: made for this answer, and kept nowhere. A purpose that is refused gives none. */
export async function action(call: ActionFunctionArgs) {
  const { db, vault, occasion, client } = await askedClient('/access/:pseudonym/file', call)
  const form = await formOf(call.request)
  const { clientId } = client
  const both = await heldAbout({ vault, db }, occasion, { clientId, purpose: textOf(form, 'purpose') })
  // what was typed goes into no address: it may be a name
  if (!both.ok) return redirect(link.access(client.pseudonym, both.refusal.code))
  const language = readLanguage(textOf(form, 'language')) ?? 'nl'
  const asked = await askedOfClient(db, occasion.study, both.value.held)
  return new Response(accessHtml(accessFile(occasion, both.value, asked, language)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="koppel-${client.pseudonym}.html"`,
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'Cache-Control': 'no-store',
    },
  })
}
