import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Address } from '../../access/pages'
import type { Language } from '../../i18n/language'
import { type HeldInterview, type InterviewCase, interviewCase } from '../../records/fieldwork/interview-of'
import { type Stopped, stoppedAt } from '../../records/fieldwork/stopped'
import { keyOf } from './cursor'
import { type Entrance, enter, nothingHere } from './enter'
import { interviewerBehind } from './interviewer'
import { languageOf } from './visitor'

/** A page about the interview of one pair: who came in, by which code, and the case. */
export type InterviewPage = Entrance & {
  readonly pseudonym: string
  readonly found: InterviewCase
  /** Null: this account holds no interviews in this study. */
  readonly code: string | null
  readonly language: Language
}

/** Lets in to a page about the interview of a pair. Throws 404 for a pair that the study has not. */
export async function enterInterview(address: Address, call: LoaderFunctionArgs): Promise<InterviewPage> {
  const { request, context, params } = call
  const entrance = await enter(address, call)
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = pseudonym && (await interviewCase(context.databases.study, entrance.occasion, pseudonym))
  if (!found) throw nothingHere()
  const interviewer = await interviewerBehind(context, entrance)
  const language = await languageOf(request, context)
  return { ...entrance, pseudonym, found, code: interviewer?.code ?? null, language }
}

/**
 * The same for a page about an interview that this interviewer opened; of anybody else's there is nothing here. `stopped`: the client
 * did, so no page shows what was answered.
 */
export async function enterOwnInterview(
  address: Address,
  call: LoaderFunctionArgs,
): Promise<InterviewPage & { readonly code: string; readonly held: HeldInterview; readonly stopped: Stopped | null }> {
  const page = await enterInterview(address, call)
  const { code, found, study } = page
  if (!code || !found.held || found.held.interviewer !== code) throw nothingHere()
  const { registrationId, held } = found
  const stopped = await stoppedAt(call.context.databases.study, study, registrationId, held.wave)
  return { ...page, code, held, stopped }
}
