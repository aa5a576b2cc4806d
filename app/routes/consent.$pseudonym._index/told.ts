import type { LoaderFunctionArgs } from '@remix-run/node'
import { formsOf } from '../../identity/forms/shown'
import { enterConsent } from '../gate/consent-case'
import { nextStep } from './next-step'

const DONE = ['signed', 'scanned', 'given'] as const

/** The consent of one client: months, answers and what is to be done; no name. */
export async function told(call: LoaderFunctionArgs) {
  const { occasion, study, found, language } = await enterConsent('/consent/:pseudonym', call)
  const { forms, scopes, letters } = await formsOf(call.context.vault, occasion, found.clientId)
  const asked = new URL(call.request.url).searchParams.get('done')
  const newest = forms.find(({ endedMonth }) => endedMonth === null)
  return {
    pseudonym: found.pseudonym,
    done: DONE.find((one) => one === asked) ?? null,
    next: nextStep({ withdrawn: found.withdrawn, forms, letters: letters.length }),
    copy: newest !== undefined && (newest.way === 'tablet' || (newest.way === 'paper' && newest.state !== 'scan')),
    inForce: newest !== undefined,
    withdrawn: found.withdrawn,
    scopes: scopes.map(({ scope, history }) => ({
      label: study.protocol.consent.scopes[scope]?.label[language] ?? scope,
      granted: found.granted[scope] ?? null,
      history: history.map((one, place) => ({ ...one, key: `${history.length - place}` })),
    })),
    forms: forms.map(({ id: _, ...form }) => form),
    letters,
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
