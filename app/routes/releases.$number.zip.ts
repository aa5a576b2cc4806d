import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Packed, zipFile } from '../exports/zip-file'
import { bytesOf, filesOf } from '../records/releases/files'
import { MANIFEST, manifestOf, manifestText } from '../records/releases/manifest'
import { noteDownload } from '../records/releases/verbs'
import { asAttachment } from './gate/attachment'
import { nothingHere } from './gate/enter'
import { opened } from './releases.$number._index/opened'

/** All files of a release that was let go in one archive, by name and the manifest last; written down before its first byte goes, to HEAD none. */
export async function loader(call: LoaderFunctionArgs) {
  const { context, study, occasion, found, takes } = await opened('/releases/:number/zip', call)
  const { study: db } = context.databases
  const { files, there } = await filesOf(db, found.id)
  if (!takes || !there || !found.snapshotAt) throw nothingHere()
  const name = `${study.code}-release-${found.number}.zip`
  if (call.request.method !== 'GET') return asAttachment(context, { name, media: 'application/zip' }, null)
  const noted = await noteDownload(db, occasion, { releaseId: found.id, name })
  if (!noted.ok) throw nothingHere()
  const manifest = Buffer.from(manifestText(manifestOf(study, found, files)))
  const packed: Packed[] = [
    ...files.map((file) => ({ name: file.name, size: file.size, bytes: () => bytesOf(db, found.id, file.name) })),
    {
      name: MANIFEST,
      size: manifest.length,
      bytes: async function* () {
        yield manifest
      },
    },
  ]
  return asAttachment(context, { name, media: 'application/zip' }, zipFile(packed, found.snapshotAt))
}
