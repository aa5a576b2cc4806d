import type { LoaderFunctionArgs } from '@remix-run/node'
import { bytesOf, filesOf } from '../records/releases/files'
import { MANIFEST, manifestOf, manifestText } from '../records/releases/manifest'
import { noteDownload } from '../records/releases/verbs'
import { asAttachment } from './gate/attachment'
import { nothingHere } from './gate/enter'
import { opened } from './releases.$number._index/opened'

/** A file of a release that was let go, for who may take it; that it was taken is written down before its first byte goes. */
export async function loader(call: LoaderFunctionArgs) {
  const { context, study, occasion, found, takes } = await opened('/releases/:number/file', call)
  const { study: db } = context.databases
  const name = new URL(call.request.url).searchParams.get('name')
  const { files, there } = await filesOf(db, found.id)
  const file = files.find((one) => one.name === name)
  if (!takes || !there || (!file && name !== MANIFEST)) throw nothingHere()
  const noted = await noteDownload(db, occasion, { releaseId: found.id, name: file?.name ?? MANIFEST })
  if (!noted.ok) throw nothingHere()
  if (file) return asAttachment(context, file, bytesOf(db, found.id, file.name))
  const text = Buffer.from(manifestText(manifestOf(study, found, files)))
  return asAttachment(
    context,
    { name: MANIFEST, media: 'application/json', size: text.length },
    (async function* () {
      yield text
    })(),
  )
}
