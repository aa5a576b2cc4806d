import type { LoaderFunctionArgs } from '@remix-run/node'
import { scopeOf } from '../../access/table'
import { actorsOf } from '../../identity/actors'
import { LONGEST_PURPOSE } from '../../protocol/read-spec'
import { wholeRelease } from '../../protocol/release-spec'
import { listReleases, releaseNumbered } from '../../records/releases/release'
import { cursorOf, keyOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { choicesOf } from './choices'
import { type Wish, wishOf } from './wish'

const PAGE = 40

/** The releases of a study, the last asked first; for who may ask for one, the form with everything chosen. */
export async function told({ request, context }: LoaderFunctionArgs) {
  const { visitor, study } = await enter('/releases', { request, context })
  const db = context.databases.study
  const after = cursorOf(request, 'number')
  const { items, next } = await listReleases(db, study.id, {
    after: after === null ? null : Number(after),
    limit: PAGE,
  })
  const actors = await actorsOf(
    context.vault,
    items.map(({ askedBy }) => askedBy),
  )
  const asks = after === null && scopeOf(visitor.role, 'request_releases') !== undefined
  return {
    after,
    next,
    asks: asks && {
      longest: LONGEST_PURPOSE,
      choices: await choicesOf(db, study, await languageOf(request, context)),
      wish: await wishFor(),
    },
    items: items.map(({ number, spec, state, progress, askedBy, askedOn, counts }) => ({
      ...{ number, state, progress, askedOn },
      purpose: spec.purpose,
      by: actors.get(askedBy) ?? { kind: 'gone' as const },
      people: counts?.people ?? null,
    })),
  }

  /** Everything; or what was asked before, told as much less precisely as was suggested of it. */
  async function wishFor(): Promise<Wish> {
    const like = keyOf(new URL(request.url).searchParams.get('like'), 'number')
    const found = like && (await releaseNumbered(db, study.id, Number(like)))
    if (!found) return wishOf(wholeRelease(study.protocol, ''))
    const coarsening = found.disclosure?.suggestion?.steps ?? found.spec.coarsening
    return wishOf({ ...found.spec, coarsening })
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>
