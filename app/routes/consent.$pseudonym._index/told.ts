import type { LoaderFunctionArgs } from '@remix-run/node'
import { formsOf } from '../../identity/forms/shown'
import { NAMES_MET } from '../../identity/looks-an-hour'
import { enterConsent } from '../gate/consent-case'
import { formToCopy } from '../gate/name-needed'
import { nextStep } from './next-step'

const DONE = ['signed', 'scanned', 'given'] as const

/** The consent of one client: months, answers and what is to be done; no name. */
export async function told(call: LoaderFunctionArgs) {
  const entered = await enterConsent('/consent/:pseudonym', call)
  const { occasion, study, found, language } = entered
  const { forms, scopes, letters } = await formsOf(call.context.vault, occasion, found.clientId)
  const asked = new URL(call.request.url).searchParams.get('done')
  const copied = await formToCopy(call, entered, forms)
  return {
    pseudonym: found.pseudonym,
    done: DONE.find((one) => one === asked) ?? null,
    next: nextStep({ withdrawn: found.withdrawn, forms, letters: letters.length }),
    /** How many names an hour, for whom that was too few just now. */
    most: asked === 'too_many_looks' ? NAMES_MET.most : null,
    copy: copied !== null && (copied.way === 'tablet' || (copied.way === 'paper' && copied.state !== 'scan')),
    inForce: forms.some(({ endedMonth }) => endedMonth === null),
    withdrawn: found.withdrawn,
    scopes: scopes.map(({ scope, history }) => ({
      label: study.protocol.consent.scopes[scope]?.label[language] ?? scope,
      granted: found.granted[scope] ?? null,
      history: history.map((one, place) => ({ ...one, key: `${history.length - place}` })),
    })),
    forms: forms.map(({ id: _, signedToday: _day, ...form }) => form),
    letters,
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
