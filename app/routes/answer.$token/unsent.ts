import { type ActionFunctionArgs, data } from '@remix-run/node'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { askedIn } from '../../protocol/instruments/battery'
import type { Mistake } from '../../protocol/instruments/check'
import type { Refusal } from '../../protocol/refusal'
import type { Instrument } from '../../protocol/study'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import type { Supervised } from './door'
import { fieldOf } from './filled'
import type { Mistakes } from './reply'

/** What was sent and not taken in, about which client: the sentences by field, and what was typed. */
export async function unsent(call: ActionFunctionArgs, form: FormData, mistakes: Mistakes, of: string) {
  const say = speak(await languageOf(call.request, call.context))
  const sentences = Object.fromEntries(
    Object.entries(mistakes).map(([field, refusal]) => [field, refusalSentence(say, refusal)]),
  )
  return data({ sent: false as const, of, mistakes: sentences, typed: typedIn(form) }, { status: 400 })
}

/** Why nobody of this link answers what is behind it any more. */
export const closedTo = ({ asked: { state, askedOn, kind } }: Supervised): Refusal => {
  if (state === 'answered') return { code: kind === 'inquiry' ? 'already_replied' : 'already_answered' }
  if (state === 'expired') return { code: 'too_late', sentOn: askedOn }
  return { code: state === 'stopped' ? 'case_left' : 'asked_elsewhere' }
}

/** What is wrong with answers, as refusals by the field of the question. */
export const wordedBy = (battery: readonly Instrument[], mistakes: Readonly<Record<string, Mistake>>): Mistakes =>
  Object.fromEntries(
    Object.entries(mistakes).map(([code, mistake]) => {
      const { min = 0, max = 0 } = askedIn(battery, code)?.item ?? {}
      return [fieldOf(code), { code: mistake, min, max }]
    }),
  )
