import type { AppLoadContext } from '@remix-run/node'
import { handOverNamed } from '../../identity/colleagues'
import type { Occasion } from '../../platform/occasion'
import { OUTCOMES, WAYS } from '../../protocol/attempts'
import { parseDay } from '../../protocol/day'
import { readPseudonym } from '../../protocol/pseudonym'
import { type Result, refuse } from '../../protocol/refusal'
import { askAgain } from '../../records/intake/ask-again'
import { logAttempt } from '../../records/intake/attempts'
import { handOver, mayHandOver } from '../../records/intake/hand-over'
import { INTAKE } from '../../records/ledger/kinds'
import { revokeLink } from '../../records/links/revoke'
import { changeSupervisor, mayChangeSupervisor } from '../../records/pairs/change-supervisor'
import { supervisorNamed } from '../../records/supervisors'
import { takeReply } from '../answer.$token/take-reply'
import { textOf } from '../gate/form'

/** What a coordinator can do about the question to a supervisor, as forms and addresses call it. */
export const DEEDS = ['attempt', 'answer', 'again', 'hand_over', 'change_supervisor', 'new_link', 'revoke'] as const
export type Deed = (typeof DEEDS)[number]

/** A deed as it was sent; undefined when it is none. */
export const deedIn = (text: string): Deed | undefined => DEEDS.find((one) => one === text)

/** One deed, about one case, as its form was filled in. */
export type ToDo = {
  readonly context: AppLoadContext
  readonly occasion: Occasion
  readonly registrationId: string
  readonly sent: FormData
}

/** Does what one form asks; refused as the verb refuses, or where a field cannot be read. */
export function doDeed(deed: Deed, todo: ToDo): Promise<Result<unknown>> {
  const { context, occasion, registrationId } = todo
  const db = context.databases.study
  switch (deed) {
    case 'attempt':
      return attempt(todo)
    case 'answer':
      return answer(todo)
    case 'again':
      return askAgain(db, occasion, registrationId)
    case 'hand_over':
      return give(todo)
    case 'change_supervisor':
      return changeTo(todo)
    case 'new_link':
    case 'revoke': {
      const resend = deed === 'new_link'
      return revokeLink(db, occasion, { registrationId, kind: 'inquiry', wave: INTAKE, resend })
    }
  }
}

async function attempt({ context, occasion, registrationId, sent }: ToDo): Promise<Result<null>> {
  const triedOn = parseDay(textOf(sent, 'tried_on'))
  if (!triedOn) return refuse('no_day', { field: 'tried_on' })
  const way = WAYS.find((one) => one === textOf(sent, 'way'))
  if (!way) return refuse('required', { field: 'way' })
  const outcome = OUTCOMES.find((one) => one === textOf(sent, 'outcome'))
  if (!outcome) return refuse('required', { field: 'outcome' })
  return logAttempt(context.databases.study, occasion, { registrationId, triedOn, way, outcome })
}

/** The supervisor's own form, filled in for them: the same rules, and it stays known who did. */
async function answer({ context, occasion, registrationId, sent }: ToDo): Promise<Result<null>> {
  const taken = await takeReply(context, occasion, registrationId, sent)
  if (!('mistakes' in taken)) return { ok: true, value: null }
  const [field, refusal] = Object.entries(taken.mistakes)[0] ?? ['', { code: 'refused' }]
  return { ok: false, refusal: { ...refusal, field } }
}

async function give({ context, occasion, registrationId, sent }: ToDo): Promise<Result<unknown>> {
  const db = context.databases.study
  const field = 'pseudonym'
  const read = readPseudonym(textOf(sent, field))
  const supervisorId = read.ok ? await supervisorNamed(db, occasion, read.value) : null
  if (!supervisorId) return refuse('unknown_supervisor', { field })
  const handed = await handOverNamed(context.vault, occasion, {
    registrationId,
    colleague: { supervisorId },
    may: (to) => mayHandOver(db, occasion, { registrationId, to }),
    handOver: (given) => handOver(db, occasion, given),
  })
  return handed.ok ? handed : { ok: false, refusal: { ...handed.refusal, field } }
}

/** Another supervisor for a pair, by pseudonym or by the address that somebody new has. */
async function changeTo({ context, occasion, registrationId, sent }: ToDo): Promise<Result<unknown>> {
  const db = context.databases.study
  const field = 'colleague'
  const typed = textOf(sent, field)
  if (typed === '') return refuse('required', { field })
  const read = readPseudonym(typed)
  const supervisorId = read.ok ? await supervisorNamed(db, occasion, read.value) : null
  if (!supervisorId && !typed.includes('@')) return refuse('unknown_supervisor', { field })
  const changed = await handOverNamed(context.vault, occasion, {
    registrationId,
    colleague: supervisorId ? { supervisorId } : { address: typed },
    may: (to) => mayChangeSupervisor(db, occasion, { registrationId, to }),
    handOver: (given) => changeSupervisor(db, occasion, given),
  })
  // who runs the study is told what to do about it, a supervisor what will be done
  return !changed.ok && changed.refusal.code === 'unknown_colleague'
    ? refuse('address_from_elsewhere', { field })
    : changed
}
