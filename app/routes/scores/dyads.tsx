import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { isEnough } from './enough'
import { numberSaid, spreadSaid } from './said'
import { ScaleName } from './scale-name'
import type { Shown, ShownSide } from './shown'

/** How the two of a pair answered at one wave: their correlation and their differences. */
export function Dyads({ wave, side, fewest }: { wave: string; side: ShownSide; fewest: Shown['fewest'] }) {
  const { say, language } = useSpeaking()
  const { scores: w } = words
  const title = say(w.side, { wave, side: say(w.dyads) })
  const rows = Object.entries(side.dyads).map(([scale, { n, r, absolute, relative }]) => ({
    key: scale,
    cells: {
      scale: <ScaleName name={scale} cautions={side.dyadCautions} />,
      n: shownCount(language, n),
      r: numberSaid(say, r, isEnough(n, fewest)),
      direction: spreadSaid(say, relative),
      size: spreadSaid(say, absolute),
    },
  }))
  return (
    <section aria-label={title}>
      <Table
        caption={title}
        columns={[
          { key: 'scale', label: say(w.scale) },
          { key: 'n', label: say(w.people), number: true },
          { key: 'r', label: say(w.r), number: true },
          { key: 'direction', label: say(w.direction), number: true },
          { key: 'size', label: say(w.size), number: true },
        ]}
        parts={[{ key: 'all', rows }]}
      />
    </section>
  )
}
