import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Loaded } from './told'

/** The sources of follow-up and up to which day each is known; and what that means for outcomes. */
export function Sources({ sources, followedTo }: Pick<Loaded, 'sources' | 'followedTo'>) {
  const { say, language } = useSpeaking()
  const { followUp: w } = words
  if (sources.length === 0) return <p className="soft">{say(w.noSources)}</p>
  return (
    <section className="stack">
      <Table
        caption={say(w.sources)}
        columns={[
          { key: 'source', label: say(w.source) },
          { key: 'knownTo', label: say(w.knownTo) },
          { key: 'file', label: say(w.lastFile) },
        ]}
        parts={[
          {
            key: 'all',
            rows: sources.map(({ source, knownTo, importId, importedOn }) => ({
              key: importId,
              cells: {
                source,
                knownTo: knownTo ? shortDay(language, knownTo) : say(w.erased),
                file: <a href={link.import(importId)}>{shortDay(language, importedOn)}</a>,
              },
            })),
          },
        ]}
      />
      <p className="soft">{followedTo ? say(w.followedTo, { on: followedTo }) : say(w.nothingKnown)}</p>
    </section>
  )
}
