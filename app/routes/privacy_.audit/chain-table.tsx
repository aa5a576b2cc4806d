import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { count } from '../../i18n/numbers'
import type { ChainStanding } from '../../platform/audit/heads'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** How both chains stand: what can be printed and kept elsewhere. Null when a last link is not what was made. */
export function ChainTable({ chains }: { chains: readonly ChainStanding[] | null }) {
  const { say, language } = useSpeaking()
  const { audit: w } = words
  if (!chains)
    return (
      <Notice tone="late" title={say(w.broken)} urgent>
        {say(w.brokenAbout)}
      </Notice>
    )
  return (
    <Table
      caption={say(w.standing)}
      aside={say(w.standingAbout)}
      columns={[
        { key: 'chain', label: say(w.chain) },
        { key: 'head', label: say(w.head) },
        { key: 'at', label: say(w.sealedAt) },
        { key: 'links', label: say(w.links), number: true },
        { key: 'sealed', label: say(w.sealed), number: true },
        { key: 'tail', label: say(w.unsealed), number: true },
      ]}
      parts={[
        {
          key: 'all',
          rows: chains.map(({ chain, head, links, sealedAt, entries, unsealed, oldest }) => ({
            key: chain,
            cells: {
              chain: say(w[chain]),
              head: head === '' ? say(w.none) : <code>{head}</code>,
              at: sealedAt && wallMoment(language, sealedAt),
              links: count(language, links),
              sealed: count(language, entries),
              tail:
                oldest === null
                  ? count(language, unsealed)
                  : say(w.since, { n: count(language, unsealed), since: wallMoment(language, oldest) }),
            },
          })),
        },
      ]}
    />
  )
}
