import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Codes } from './codes'
import type { HeldNow, Term } from './record'

/** Everything that is held, a part for each schema. */
export function HeldTables({ held, terms }: { held: readonly HeldNow[]; terms: readonly Term[] }) {
  const { say, language } = useSpeaking()
  const { privacy: w } = words
  const schemas = [...new Set(held.map(({ table }) => schemaOf(table)))]
  return (
    <Table
      caption={say(w.held)}
      aside={say(w.heldAbout)}
      columns={[
        { key: 'what', label: say(w.what) },
        { key: 'rows', label: say(w.rows), number: true },
        { key: 'whose', label: say(w.whose) },
        { key: 'why', label: say(w.whyAndGround) },
        { key: 'special', label: say(w.special) },
        { key: 'names', label: say(w.names) },
        { key: 'readers', label: say(w.readers) },
      ]}
      parts={schemas.map((schema) => ({
        key: schema,
        title: <code>{schema}</code>,
        rows: held
          .filter(({ table }) => schemaOf(table) === schema)
          .map((one) => ({
            key: one.table,
            cells: {
              what: (
                <>
                  {say(one.what)} <code className="soft">{one.table}</code>
                </>
              ),
              rows: count(language, one.rows),
              whose: say(words.subjects[one.whose]),
              why: [
                say(one.why),
                say(w.ground, { ground: say(words.grounds[one.ground]) }),
                say(w.kept, { kept: keptFor(say, one, terms) }),
              ].join(' '),
              special: <Special one={one} />,
              names: one.names.length > 0 ? <Codes all={one.names} /> : say(w.none),
              readers: one.readers.length > 0 ? <Codes all={one.readers} /> : say(w.nobodyReads),
            },
          })),
      }))}
    />
  )
}

const schemaOf = (table: string): string => table.split('.')[0] ?? table

function keptFor(say: Say, { keep }: HeldNow, terms: readonly Term[]): string {
  const term = terms.find(({ kind }) => kind === keep)
  return term ? say(term.label) : say(words.privacy.noTerm)
}

function Special({ one }: { one: HeldNow }) {
  const { say } = useSpeaking()
  const { privacy: w } = words
  if (!one.presence && one.offences.length === 0) return <>{say(w.none)}</>
  return (
    <>
      <Badge tone="soon">{say(w.yes)}</Badge> {one.presence && <span className="small">{say(w.presence)} </span>}
      {one.offences.length > 0 && <Codes all={one.offences} />}
    </>
  )
}
