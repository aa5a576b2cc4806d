import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { DisclosureTold } from './disclosure-told'

type Props = { readonly found: DisclosureTold }

/**
 * How well nobody can be recognised: what the gate says, the figures behind it, and what could be told less precisely. `like`
 * is the number of the release, for who may ask for another.
 */
export function DisclosureReport({ found, like }: Props & { readonly like: number | null }) {
  const { say } = useSpeaking()
  const { disclosure: w } = words
  return (
    <section className="stack" aria-labelledby="disclosure">
      <h2 id="disclosure">{say(w.title)}</h2>
      <p className="soft">{say(w.about)}</p>
      <Verdict found={found} />
      <Facts facts={found.figures} />
      {found.taken.length > 0 && (
        <>
          <h3>{say(w.taken)}</h3>
          <Facts facts={found.taken} />
        </>
      )}
      {found.cells && found.cells.length > 0 && <Cells found={found} />}
      {found.contributions.length > 0 && <Contributions found={found} />}
      {found.suggestion && <Suggested found={found} like={like} />}
      {found.outcomes.length > 0 && <Outcomes found={found} />}
    </section>
  )
}

function Verdict({ found: { verdict, k, objections } }: Props) {
  const { say } = useSpeaking()
  const { disclosure: w } = words
  if (verdict === 'safe') return <Notice tone="good" title={say(w.safe, { k })} />
  return (
    <Notice tone={verdict === 'blocked' ? 'late' : 'soon'} title={say(w[verdict])}>
      <ul>
        {objections.map((objection) => (
          <li key={objection}>{objection}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The smallest groups: they describe people. */
function Cells({ found: { identifiers, cells } }: Props) {
  const { say, language } = useSpeaking()
  const { disclosure: w } = words
  return (
    <details className="more" open>
      <summary>{say(w.cells)}</summary>
      <p className="soft">{say(w.cellsAbout, { n: cells?.length ?? 0 })}</p>
      <Table
        caption={say(w.cells)}
        hidden
        columns={[
          { key: 'n', label: say(w.people), number: true },
          ...identifiers.map(({ name, label }) => ({ key: name, label })),
        ]}
        parts={[
          {
            key: 'all',
            rows: (cells ?? []).map(({ n, values }) => ({
              key: JSON.stringify(values),
              cells: { ...values, n: count(language, n) },
            })),
          },
        ]}
      />
    </details>
  )
}

function Contributions({ found: { contributions } }: Props) {
  const { say, language } = useSpeaking()
  const { disclosure: w } = words
  return (
    <Table
      caption={say(w.contributions)}
      columns={[
        { key: 'identifier', label: say(w.identifier) },
        { key: 'uniques', label: say(w.fewerUniques), number: true },
        { key: 'below', label: say(w.fewerBelow), number: true },
      ]}
      parts={[
        {
          key: 'all',
          rows: contributions.map(({ name, label, uniques, below }) => ({
            key: name,
            cells: { identifier: label, uniques: count(language, uniques), below: count(language, below) },
          })),
        },
      ]}
    />
  )
}

function Suggested({ found: { suggestion }, like }: Props & { readonly like: number | null }) {
  const { say } = useSpeaking()
  const { disclosure: w } = words
  if (!suggestion) return null
  return (
    <section className="panel stack" aria-labelledby="suggestion">
      <h3 id="suggestion">{say(w.suggestion)}</h3>
      <p className="soft">{say(w.suggestionAbout)}</p>
      <Facts facts={suggestion.steps} />
      {suggestion.left && <p>{suggestion.left}</p>}
      {like !== null && (
        <p>
          <a className="button quiet" href={link.releases({ like: `${like}` })}>
            {say(w.apply)}
          </a>
        </p>
      )}
    </section>
  )
}

function Outcomes({ found: { outcomes } }: Props) {
  const { say, language } = useSpeaking()
  const { disclosure: w } = words
  return (
    <Table
      caption={say(w.outcomes)}
      columns={[
        { key: 'outcome', label: say(w.outcome) },
        { key: 'known', label: say(w.known), number: true },
        { key: 'fewest', label: say(w.fewestValues), number: true },
        { key: 'same', label: say(w.same), number: true },
        { key: 'exposed', label: say(w.exposed), number: true },
      ]}
      parts={[
        {
          key: 'all',
          rows: outcomes.map(({ outcome, label, classes, smallest, same, exposed }) => ({
            key: outcome,
            cells: {
              outcome: label,
              known: count(language, classes),
              fewest: smallest === null ? '–' : count(language, smallest),
              same: count(language, same),
              exposed: count(language, exposed),
            },
          })),
        },
      ]}
    />
  )
}
