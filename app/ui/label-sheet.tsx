/** A code to scan: the edge of its square in modules, and the dark ones as one path. */
export type Code = { readonly edge: number; readonly dark: string }
export type Label = { readonly text: string; readonly code: Code }

/** The light border that a scanner needs around a code, in modules (ISO/IEC 18004: four). */
const QUIET = 4
/** Labels on a sheet of A4: three beside one another, eight rows. */
const A_SHEET = 24

/** Sheets of labels as they come out of the printer: where from, what text, and the code for it. */
export function LabelSheets(props: {
  labels: readonly Label[]
  from: string
  /** What a sheet is called, by its number. */
  called: (sheet: number) => string
}) {
  const { labels, from, called } = props
  const sheets = Array.from({ length: Math.ceil(labels.length / A_SHEET) }, (_, sheet) => sheet * A_SHEET)
  return (
    <div className="sheets">
      {sheets.map((first, sheet) => (
        <ul className="sheet" key={first} aria-label={called(sheet + 1)}>
          {labels.slice(first, first + A_SHEET).map(({ text, code }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place on the sheet; the same text may stand on two
            <li className="label" key={place}>
              <strong className="code">{text}</strong>
              <Scannable code={code} />
              <span className="from">{from}</span>
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}

/** Black on white whatever the colours of the page; what it holds stands beside it as text. */
function Scannable({ code: { edge, dark } }: { code: Code }) {
  const whole = edge + 2 * QUIET
  return (
    <svg viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} shapeRendering="crispEdges" aria-hidden="true">
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
