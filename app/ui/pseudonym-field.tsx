import { type About, described, Notes } from './field'

// what a keyboard or browser would do to help makes a pseudonym another one
const UNTOUCHED = { autoCapitalize: 'off', autoCorrect: 'off', autoComplete: 'off', spellCheck: false } as const

/** Where one pseudonym is typed: nothing completes, corrects or capitalises it, and what was typed stays. */
export function PseudonymField(props: About & { value?: string; search?: boolean }) {
  const { name, label, mistake, value, search } = props
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Notes {...props} />
      <input
        {...UNTOUCHED}
        className="input typed"
        id={name}
        name={name}
        type={search ? 'search' : 'text'}
        inputMode="text"
        defaultValue={value}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described(props)}
      />
    </div>
  )
}

/** Where many are typed, one a line; `mistakes` are said one by one, each with its line. */
export function PseudonymLines({
  mistakes,
  value,
  ...about
}: Omit<About, 'mistake'> & { mistakes: readonly string[]; value?: string }) {
  const { name, label } = about
  const wrong = mistakes.length > 0
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Notes {...about} />
      {wrong && (
        <div role="alert">
          <ul className="mistakes" id={`${name}-mistake`}>
            {mistakes.map((mistake) => (
              <li className="mistake" key={mistake}>
                {mistake}
              </li>
            ))}
          </ul>
        </div>
      )}
      <textarea
        {...UNTOUCHED}
        className="input typed"
        id={name}
        name={name}
        rows={10}
        inputMode="text"
        defaultValue={value}
        aria-invalid={wrong || undefined}
        aria-describedby={described({ ...about, ...(wrong && { mistake: name }) })}
      />
    </div>
  )
}
