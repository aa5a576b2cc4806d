import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { actorsOf } from '../../identity/actors'
import { filesOf } from '../../records/releases/files'
import { noteCellsSeen } from '../../records/releases/verbs'
import { nothingHere } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { disclosureTold } from './disclosure-told'
import { opened } from './opened'
import { specTold } from './spec-told'

/** A release as it stands, with what its reader may see and do. That somebody saw its smallest groups is in the audit. */
export async function told(call: LoaderFunctionArgs) {
  const { context, study, occasion, found, decides, asker, takes, asks } = await opened('/releases/:number', call)
  const language = await languageOf(call.request, context)
  const say = speak(language)
  const { number, state, progress, askedBy, askedOn, cutOff, counts, disclosure } = found
  const { decidedBy, decidedOn, override, failure } = found
  const who = await actorsOf(context.vault, [askedBy, ...(decidedBy === null ? [] : [decidedBy])])
  const listed = decides && disclosure !== null
  // whoever is only asked whether the page is there sees nobody
  if (listed && disclosure.listed.length > 0 && call.request.method === 'GET') {
    const noted = await noteCellsSeen(context.databases.study, occasion, found.id)
    if (!noted.ok) throw nothingHere()
  }
  const nobody = { kind: 'gone' as const }
  return {
    ...{ number, state, progress, cutOff, counts, decides, asker, takes, asks },
    moves: state === 'asked' || state === 'making',
    asked: { by: who.get(askedBy) ?? nobody, on: askedOn, spec: specTold(study.protocol, found.spec, language) },
    disclosure: disclosure && disclosureTold(study.protocol, disclosure, { override, language, listed }),
    decided:
      decidedBy === null || decidedOn === null ? null : { by: who.get(decidedBy) ?? nobody, on: decidedOn, override },
    failure: failure && refusalSentence(say, { code: failure }),
    ...(await filesOf(context.databases.study, found.id)),
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
