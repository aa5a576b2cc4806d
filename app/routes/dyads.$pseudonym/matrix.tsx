import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Badge, type Tone } from '../../ui/badge'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { ShownMatrix } from './matrix-told'

/** Which side of a pair was measured at which wave, and what is still to come. Never what was answered. */
export function Matrix({ matrix }: { matrix: ShownMatrix }) {
  const { say } = useSpeaking()
  const { matrix: w } = words
  const { rows, sides, pairs } = matrix
  return (
    <section className="panel stack">
      <Table
        caption={say(w.title)}
        small={sides.length === 1}
        columns={[
          { key: 'wave', label: say(w.wave) },
          ...sides.map((side) => ({ key: side, label: say(side === 'client' ? w.client : w.supervisor) })),
        ]}
        parts={[
          {
            key: 'all',
            rows: rows.map(({ wave, cells }) => ({
              key: wave,
              cells: {
                wave,
                ...Object.fromEntries(sides.map((side) => [side, <Said key={side} cell={cells[side]} />])),
              },
            })),
          },
        ]}
      />
      {pairs.length > 1 && (
        <>
          <Notice tone="calm" title={say(w.otherSupervisor)} />
          <ul className="countdowns small">
            {pairs.map(({ pseudonym, until }) => (
              <li key={pseudonym}>
                <a className="code" href={link.dyad(pseudonym)}>
                  {pseudonym}
                </a>
                <span>{until ? say(w.pairUntil, { until }) : say(w.pairNow)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const TONES = {
  complete: 'good',
  erased: 'mute',
  partial: 'soon',
  missing: 'late',
  expected: 'calm',
} as const satisfies Record<string, Tone>

function Said({ cell }: { cell: ShownMatrix['rows'][number]['cells']['client'] }) {
  const { say } = useSpeaking()
  const { matrix: w } = words
  if (!cell) return null
  return (
    <span className="row">
      <Badge tone={TONES[cell.state]}>{cell.said}</Badge>
      {cell.more && <span className="soft small">{cell.more}</span>}
      {cell.questionnaire && (
        <a href={link.questionnaire(cell.questionnaire.id)}>{say(words.questionnaires.title, cell.questionnaire)}</a>
      )}
      {cell.pair && <span className="soft small">{say(w.inPair, { pair: cell.pair })}</span>}
    </span>
  )
}
