import type { LoaderFunctionArgs } from '@remix-run/node'
import { scopeOf } from '../../access/table'
import { followedTo, sourcesKnown } from '../../records/follow-up/known-to'
import { followedUp, followUpCounts } from '../../records/follow-up/list'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { partAsked } from './asked'

const PAGE = 50

/** Who is due for follow-up and who lacks it, and up to which day each source is known. Pseudonyms only. */
export async function told({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/follow-up', { request, context })
  const db = context.databases.study
  const language = await languageOf(request, context)
  const wanted = partAsked(request)
  const after = cursorOf(request, 'dayAndId')
  const { items, next } = await followedUp(db, occasion, { ...wanted, after, limit: PAGE })
  const sources = await sourcesKnown(db, study.id)
  const kinds = study.protocol.registerEvents.ended?.kinds ?? {}
  return {
    wanted,
    after,
    next,
    ...(await followUpCounts(db, occasion)),
    sources,
    followedTo: sources.some(({ knownTo }) => knownTo === null) ? null : await followedTo(db, occasion),
    items: items.map(({ registrationId, ended, ...one }) => ({
      ...one,
      key: registrationId,
      ended: ended && (kinds[ended]?.label[language] ?? ended),
    })),
    keeps: scopeOf(visitor.role, 'keep_follow_up') !== undefined,
    imports: scopeOf(visitor.role, 'import_files') !== undefined,
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
