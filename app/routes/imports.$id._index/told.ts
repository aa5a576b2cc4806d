import type { LoaderFunctionArgs } from '@remix-run/node'
import { uploadOf } from '../../identity/uploads'
import { refusedLines } from '../../records/import-refusals'
import { fileSentence } from '../imports._index/refused'
import { askedFor } from './chosen'
import { EXPLAIN } from './explained'
import { mappingTold } from './mapping-told'
import { opened } from './opened'
import { rowSentence } from './row-sentence'

/** Refused rows on a page. */
const PAGE = 50

/** An import as it stands, with what its page needs in that state. */
export async function told(call: LoaderFunctionArgs) {
  const entrance = await opened('/imports/:id', call)
  const { context, found, extract, language } = entrance
  const { searchParams } = new URL(call.request.url)
  const { id, state, kind, past, origin, erased, rows, read, failure, begunOn } = found
  const upload = await uploadOf(context.vault, id)
  const whole = upload?.whole === true
  const explains =
    state === 'received' || state === 'failed' || (state === 'checked' && searchParams.get('look') === EXPLAIN)
  const refused =
    state === 'checked' || state === 'done'
      ? await refusedLines(context.databases.study, id, { after: lineIn(searchParams.get('after')), limit: PAGE })
      : null
  const { added, unchanged, changed, duplicates, refusedCount, changedFields } = found
  return {
    id,
    state,
    kind,
    kindLabel: extract.label[language],
    past,
    origin,
    erased,
    rows,
    read,
    begunOn,
    whole,
    moves: state === 'checking' || state === 'applying',
    failure: failure && fileSentence(language, { code: failure }),
    counts: { added, unchanged, changed, duplicates, refused: refusedCount },
    changedFields: Object.entries(changedFields).map(([name, n]) => ({
      name,
      label: extract.fields.find((field) => field.name === name)?.label[language] ?? name,
      n,
    })),
    refused: refused && {
      next: refused.next,
      after: lineIn(searchParams.get('after')),
      items: refused.items.map((one) => ({ ...one, sentence: rowSentence(language, one.code) })),
    },
    explain: explains && whole ? await mappingTold(entrance, askedFor(searchParams)) : null,
  }
}
export type Loaded = Awaited<ReturnType<typeof told>>

const lineIn = (text: string | null): number => (text && /^\d{1,8}$/.test(text) ? Number(text) : 0)
