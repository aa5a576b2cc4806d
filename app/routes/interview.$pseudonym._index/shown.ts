import type { LoaderFunctionArgs } from '@remix-run/node'
import { enterInterview } from '../gate/interview'
import { gateOf, standsAt } from './gate'

/** The gate before an interview (protocol §3): who may hold it, consent, criteria and contacts asked again. */
export async function shownGate(call: LoaderFunctionArgs) {
  const page = await enterInterview('/interview/:pseudonym', call)
  const stands = await standsAt(call.context, page)
  const gate = await gateOf(call.context, page, stands.wave)
  const asked = new URL(call.request.url).searchParams.get('not_met')?.split(',') ?? []
  const { pseudonym, found, code } = page
  return {
    pseudonym,
    stands,
    gate,
    coded: code !== null,
    openedOn: found.held?.openedOn ?? null,
    notMet: stands.state === 'new' ? gate.criteria.filter(({ name }) => asked.includes(name)) : [],
  }
}
export type Shown = Awaited<ReturnType<typeof shownGate>>
