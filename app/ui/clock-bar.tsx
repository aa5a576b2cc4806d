import type { ReactNode } from 'react'
import { ClockIcon } from './icons'

/** The demo's own day under the head of the page, and the buttons that move it when this person may. */
export function ClockBar(props: {
  now: ReactNode
  moving: string | null
  action: string | null
  back: string
  steps: readonly { readonly value: string; readonly label: string }[]
  stepsLabel: string
}) {
  const { now, moving, action, back, steps, stepsLabel } = props
  return (
    <section className="clock" aria-label={stepsLabel}>
      <div className="inner">
        <span className="now">
          <ClockIcon />
          <span role="status">
            {now}
            {moving && ` · ${moving}`}
          </span>
        </span>
        {action && (
          <form method="post" action={action}>
            <input type="hidden" name="back" value={back} />
            {steps.map((step) => (
              <button
                type="submit"
                className="button small"
                key={step.value}
                name="by"
                value={step.value}
                disabled={moving !== null}
              >
                {step.label}
              </button>
            ))}
          </form>
        )}
      </div>
    </section>
  )
}
