import type { AppLoadContext } from '@remix-run/node'
import type { StudyRef } from '../../platform/occasion'
import { studies } from '../../records/studies'
import { readCookie } from './cookies'

/** All studies of the installation, and the one that the pages show; undefined while there is none. */
export type Chosen = { readonly study: StudyRef | undefined; readonly all: readonly StudyRef[] }

const known = new WeakMap<AppLoadContext, Promise<Chosen>>()

/** The study that this browser chose, else the newest. Looked up once a request, however many loaders ask. */
export function studyChosen(request: Request, context: AppLoadContext): Promise<Chosen> {
  const before = known.get(context)
  if (before) return before
  const wish = readCookie(request, 'study')
  const found = studies(context.databases.study).then((all) => ({
    study: all.find(({ id }) => id === wish) ?? all[0],
    all,
  }))
  known.set(context, found)
  return found
}
