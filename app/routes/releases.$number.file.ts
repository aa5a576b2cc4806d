import type { LoaderFunctionArgs } from '@remix-run/node'
import { bytesOf, filesOf } from '../records/releases/files'
import { MANIFEST, manifestOf, manifestText } from '../records/releases/manifest'
import { noteDownload } from '../records/releases/verbs'
import { asAttachment } from './gate/attachment'
import { nothingHere } from './gate/enter'
import { opened } from './releases.$number._index/opened'

/** A file of a release that was let go, for who may take it; that it was taken is written down before its first byte goes; to HEAD none goes. */
export async function loader(call: LoaderFunctionArgs) {
  const { context, study, occasion, found, takes } = await opened('/releases/:number/file', call)
  const { study: db } = context.databases
  const name = new URL(call.request.url).searchParams.get('name')
  const { files, there } = await filesOf(db, found.id)
  const file = files.find((one) => one.name === name)
  if (!takes || !there || (!file && name !== MANIFEST)) throw nothingHere()
  const gets = call.request.method === 'GET'
  if (gets) {
    const noted = await noteDownload(db, occasion, { releaseId: found.id, name: file?.name ?? MANIFEST })
    if (!noted.ok) throw nothingHere()
  }
  if (file) return asAttachment(context, file, gets ? bytesOf(db, found.id, file.name) : null)
  const text = Buffer.from(manifestText(manifestOf(study, found, files)))
  const manifest = { name: MANIFEST, media: 'application/json', size: text.length }
  return asAttachment(context, manifest, gets ? once(text) : null)
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
