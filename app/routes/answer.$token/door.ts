import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Address } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { askForCode, codeWaits, enterCode, VALID_MINUTES } from '../../identity/access-codes'
import { DEVICE_DAYS, deviceKnown } from '../../identity/devices'
import { now } from '../../platform/clock'
import type { Result } from '../../protocol/refusal'
import { readCookie, setCookie } from '../gate/cookies'
import { admit, nothingHere } from '../gate/enter'
import { textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { type Behind, behind } from './behind'

/** What stands behind the link of this call, for a supervisor who is known; else there is nothing here. */
export type Supervised = Behind & { readonly supervisorId: string }

/** Opens the link of an address. One that we did not make, or that was cut off in copying, is a 404 like any other. */
export async function opened(
  address: Address,
  { request, context, params }: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Supervised> {
  admit(address, { request, context })
  const found = await behind(context, params.token ?? '')
  const supervisorId = found?.asked.supervisorId
  if (!found || !supervisorId) throw nothingHere()
  return { ...found, supervisorId }
}

type Call = Pick<LoaderFunctionArgs, 'request' | 'context'>

/** Whether this browser was shown to be the supervisor's (§6). */
export async function isKnown({ request, context }: Call, { supervisorId }: Supervised): Promise<boolean> {
  const token = readCookie(request, 'device')
  return token !== undefined && deviceKnown(context.vault, supervisorId, token, now())
}

/** What a browser that is not known gets to see: the door, and whether a code can be typed in. */
export async function doorOf({ context }: Call, { supervisorId }: Supervised) {
  return { waits: await codeWaits(context.vault, supervisorId, now()), minutes: VALID_MINUTES }
}

/** The steps at the door. */
const STEPS = { mail: 'mail-code', open: 'enter-code' } as const
export const DOOR_STEPS = STEPS

/**
 * Does what the door's form asks: mails a code (never by a GET, which scanners of mail make too), or takes one in and
 * remembers the browser. Back to the same page, or why not.
 */
export async function knock(call: Call, found: Supervised, form: FormData) {
  const { request, context } = call
  const { pathname, search } = new URL(request.url)
  const here = pathname + search
  const language = await languageOf(request, context)
  const { supervisorId, occasion } = found
  if (form.get('step') === STEPS.mail) {
    const asked = await askForCode(context.vault, occasion, supervisorId, { language, at: now() })
    if (!asked.ok) return shut(asked, language)
    await context.wakeCodes()
    return redirect(here, 303)
  }
  // what was meant for an open page, from a browser that is no longer known
  if (form.get('step') !== STEPS.open) return redirect(here, 303)
  const typed = textOf(form, 'code')
  const token = await enterCode(context.vault, occasion, supervisorId, { typed, at: now() })
  if (!token.ok) return shut(token, language)
  const headers = { 'Set-Cookie': setCookie('device', token.value, DEVICE_DAYS * 24 * 3600) }
  return redirect(here, { status: 303, headers })
}

const TOO_OFTEN = ['too_many_codes', 'codes_paused']

const shut = ({ refusal }: Extract<Result<unknown>, { ok: false }>, language: Parameters<typeof speak>[0]) =>
  data({ shut: refusalSentence(speak(language), refusal) }, { status: TOO_OFTEN.includes(refusal.code) ? 429 : 400 })
