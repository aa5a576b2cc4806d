import type { LoaderFunctionArgs } from '@remix-run/node'
import { speak } from '../../i18n/speak'
import { subjectsOf } from '../../records/trail'
import { whoseIs } from '../../records/whose'
import { enter } from '../gate/enter'
import { pseudonymOf } from '../gate/pseudonym'
import { languageOf } from '../gate/visitor'
import type { Chains } from '../privacy/trail'
import { type Asked, askedIn } from './asked'

/** What of the trail was asked for, by whom, and about whom: a slip, nobody, or the ids under which the audit speaks of them. */
export async function opened(address: '/privacy/audit' | '/privacy/audit/csv', call: LoaderFunctionArgs) {
  const { occasion } = await enter(address, call)
  const { context, request } = call
  const asked = askedIn(request, occasion.today)
  const chains: Chains = { vault: context.vault, db: context.databases.study, study: occasion.study }
  const about = asked.pseudonym === '' ? null : await personOf(call, chains, asked.pseudonym)
  const { chain, from, to, verb: kind = null, role, kind: other } = asked
  const details = { chain, from, to, kind, who: role ?? other ?? null }
  const person = about && 'subject' in about ? { subject: about.subject, subjectId: about.subjectId } : null
  return { occasion, chains, asked, about, noted: { about: person, details } }
}

type About =
  | { readonly slip: string }
  | { readonly unknown: true }
  | { readonly subject: 'client' | 'supervisor'; readonly subjectId: string; readonly subjects: readonly string[] }

async function personOf(
  { request, context }: LoaderFunctionArgs,
  { db, study }: Chains,
  typed: Asked['pseudonym'],
): Promise<About> {
  const read = pseudonymOf(speak(await languageOf(request, context)), typed)
  if (!read.ok) return { slip: read.sentence }
  const whose = await whoseIs(db, study, read.value)
  if (!whose) return { unknown: true }
  return { subject: whose.person, subjectId: whose.id, subjects: await subjectsOf(db, study, whose) }
}
