import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { LARGEST_WORKBOOK_MB } from '../../platform/sheets/workbook/zip'
import { listImports } from '../../records/imports'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { LARGEST_STREAMED_MB } from '../gate/streamed'
import { importTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'
import { HandIn } from './hand-in-form'
import { fileSentence } from './refused'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 40

/** The files that were handed in, the last one first, and the place for the next. Counts only: nothing of what they hold. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/imports', { request, context })
  const language = await languageOf(request, context)
  const after = cursorOf(request, 'id')
  const { items, next } = await listImports(context.databases.study, study.id, { after, limit: PAGE })
  const refused = new URL(request.url).searchParams.get('refused')
  const kinds = study.protocol.extracts.map(({ kind, label }) => [kind, label[language]])
  const labels: Record<string, string> = Object.fromEntries(kinds)
  return {
    after,
    next,
    takes: kinds.length > 0,
    most: { csv: LARGEST_STREAMED_MB, xlsx: LARGEST_WORKBOOK_MB },
    refused: refused && /^[a-z_0-9]{1,40}$/.test(refused) ? fileSentence(language, { code: refused }) : null,
    imports: items.map(({ id, kind, way, state, begunOn, added, changed, refusedCount }) => ({
      id,
      kind: labels[kind] ?? kind,
      way,
      state,
      begunOn,
      added,
      changed,
      refused: refusedCount,
    })),
  }
}

export default function Imports() {
  const { after, next, takes, most, refused, imports } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { imports: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {takes && !after && <HandIn most={most} refused={refused} />}
        {imports.length === 0 ? (
          <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
        ) : (
          <Table
            caption={say(w.list)}
            columns={[
              { key: 'kind', label: say(w.kind) },
              { key: 'begun', label: say(w.begun) },
              { key: 'state', label: say(w.state) },
              { key: 'added', label: say(w.added), number: true },
              { key: 'changed', label: say(w.changed), number: true },
              { key: 'refused', label: say(w.refused), number: true },
            ]}
            parts={[
              {
                key: 'all',
                rows: imports.map((one) => ({
                  key: one.id,
                  cells: {
                    kind: <a href={link.import(one.id)}>{one.kind}</a>,
                    begun: `${shortDay(language, one.begunOn)}${one.way === 'command' ? `, ${say(w.command)}` : ''}`,
                    state: <Badge tone={importTone[one.state]}>{say(words.importStates[one.state])}</Badge>,
                    added: count(language, one.added),
                    changed: count(language, one.changed),
                    refused: count(language, one.refused),
                  },
                })),
              },
            ]}
          />
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.imports() : null}
          next={next ? link.imports({ after: next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}
