import { Bar } from './countdown'

export type FlowReason = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly written: string
}
/** Those who left at a step, together and by reason. */
export type FlowExit = {
  readonly title: string
  readonly count: number
  readonly written: string
  readonly reasons: readonly FlowReason[]
}
export type FlowStep = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly written: string
  readonly note?: string
  /** Those who have neither left nor come to the next step. */
  readonly waits: number
  readonly waiting?: string
  readonly exit: FlowExit | null
}

/** A river that narrows: each step as wide as its count, and at each step those who leave turn off to the right. */
export function FlowDiagram({ steps, label }: { steps: readonly FlowStep[]; label: string }) {
  const whole = Math.max(1, ...steps.map((step) => step.count))
  const most = Math.max(1, ...steps.flatMap((step) => step.exit?.reasons.map((reason) => reason.count) ?? []))
  return (
    <ol className="flow" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key}>
          <div className="step">
            <strong>{step.written}</strong>
            <span>{step.label}</span>
            {step.note && <div className="small soft">{step.note}</div>}
            {step.waiting && <div className="small waiting">{step.waiting}</div>}
          </div>
          <Band count={step.count} leaves={step.exit?.count ?? 0} waits={step.waits} whole={whole} />
          {step.exit ? <Exit exit={step.exit} most={most} /> : <div className="end" />}
        </li>
      ))}
    </ol>
  )
}

const WIDEST = 80

type Widths = { count: number; leaves: number; waits: number; whole: number }

function Band({ count, leaves, waits, whole }: Widths) {
  const width = (people: number) => (WIDEST * Math.max(0, people)) / whole
  const all = width(count)
  const rest = width(count - leaves)
  const stays = width(count - leaves - waits)
  const bend = `C${all} 20 ${Math.max(all, 70)} 26 100 26`
  return (
    <div className="band">
      <svg className="bed" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <rect className="stays" width={count > 0 ? Math.max(stays, 0.6) : 0} height="100.5" />
      </svg>
      <svg className="turn" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {leaves > 0 && (
          <path className="goes" d={`M${rest} 0 H${all} ${bend} V52 C${rest + 4} 52 ${rest} 64 ${rest} 98 Z`} />
        )}
        {leaves > 0 && <path className="edge" d={`M${all} 0 ${bend}`} />}
        {waits > 0 && <path className="waits" d={`M${stays} 0 H${rest} V50 L${stays} 96 Z`} />}
      </svg>
    </div>
  )
}

function Exit({ exit, most }: { exit: FlowExit; most: number }) {
  return (
    <div className="left">
      <h2>
        {exit.written} <span className="soft">{exit.title}</span>
      </h2>
      <ul className="reasons">
        {exit.reasons.map((reason) => (
          <li key={reason.key}>
            <span>{reason.label}</span>
            <Bar part={reason.count} whole={most} />
            <span className="number">{reason.written}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
