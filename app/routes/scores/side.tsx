import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { isEnough } from './enough'
import { alphaSaid, numberSaid, spreadSaid } from './said'
import { ScaleName } from './scale-name'
import type { Shown, ShownSide } from './shown'

type Of = { wave: string; side: ShownSide; fewest: Shown['fewest'] }

/** One side at one wave: each scale's descriptives, its α, how it changed, and its items below. */
export function Side({ wave, side, fewest }: Of) {
  const { say, language } = useSpeaking()
  const { scores: w } = words
  const { perspective, n, unreliable, descriptives, consistency, change, cautions } = side
  const title = say(w.side, { wave, side: say(w[perspective]) })
  const rows = Object.entries(descriptives).map(([scale, { n: people, of }]) => {
    const alpha = consistency[scale]
    const changed = change?.scales[scale]
    return {
      key: scale,
      cells: {
        scale: <ScaleName name={scale} cautions={cautions} />,
        people: shownCount(language, people),
        mean: numberSaid(say, of?.mean, of !== null),
        sd: numberSaid(say, of?.sd, of !== null),
        alpha: alpha && alphaSaid(say, alpha, isEnough(alpha.n, fewest)),
        complete: alpha && shownCount(language, alpha.n),
        changed: changed && spreadSaid(say, changed.of),
        changedOf: changed && shownCount(language, changed.n),
      },
    }
  })
  return (
    <section className="stack" aria-label={title}>
      <Table
        caption={title}
        aside={say(w.measured, { n }) + (unreliable !== 0 ? say(w.unreliable, { n: unreliable }) : '')}
        columns={[
          { key: 'scale', label: say(w.scale) },
          { key: 'people', label: say(w.people), number: true },
          { key: 'mean', label: say(w.mean), number: true },
          { key: 'sd', label: say(w.sd), number: true },
          { key: 'alpha', label: say(w.alpha), number: true },
          { key: 'complete', label: say(w.complete), number: true },
          ...(change
            ? [
                { key: 'changed', label: say(w.changed, change), number: true },
                { key: 'changedOf', label: say(w.changedOf), number: true },
              ]
            : []),
        ]}
        parts={[{ key: 'all', rows }]}
      />
      {isEnough(n, fewest) && <Items title={title} side={side} fewest={fewest} />}
    </section>
  )
}

function Items({ title, side, fewest }: Pick<Of, 'side' | 'fewest'> & { title: string }) {
  const { say } = useSpeaking()
  const { scores: w } = words
  const parts = Object.entries(side.consistency).map(([scale, { n, items }]) => ({
    key: scale,
    title: <ScaleName name={scale} cautions={side.cautions} />,
    rows: (side.items[scale] ?? []).map(({ code, reversed }, at) => ({
      key: code,
      cells: {
        item: reversed ? say(w.reversed, { item: code }) : code,
        all: numberSaid(say, items[at]?.r, isEnough(n, fewest)),
        rest: numberSaid(say, items[at]?.r_drop, isEnough(n, fewest)),
        without: numberSaid(say, items[at]?.alpha_drop, isEnough(n, fewest)),
      },
    })),
  }))
  return (
    <details className="more">
      <summary>
        {say(w.items)}
        <span className="visually-hidden">, {title}</span>
      </summary>
      <Table
        caption={`${title}, ${say(w.items)}`}
        hidden
        small
        columns={[
          { key: 'item', label: say(w.item) },
          { key: 'all', label: say(w.rAll), number: true },
          { key: 'rest', label: say(w.rRest), number: true },
          { key: 'without', label: say(w.without), number: true },
        ]}
        parts={parts}
      />
    </details>
  )
}
