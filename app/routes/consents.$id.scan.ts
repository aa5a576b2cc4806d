import type { LoaderFunctionArgs } from '@remix-run/node'
import { lookAtScan } from '../identity/forms/scan'
import { keyOf } from './gate/cursor'
import { asDownload } from './gate/download'
import { enter, nothingHere } from './gate/enter'

/** The scan of a form, as a download that no browser opens among our pages; a picture may stand on the page of its check. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { occasion } = await enter('/consents/:id/scan', { request, context })
  const id = keyOf(params.id, 'id')
  const scan = id && (await lookAtScan(context.vault, occasion, id))
  if (!scan) throw nothingHere()
  return asDownload(scan.bytes, scan.media, 'scan')
}
