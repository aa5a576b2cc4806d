import type { ReactNode } from 'react'
import { Logo } from './logo'

export type MenuItem = {
  readonly href: string
  readonly label: string
  readonly current: boolean
  /** How much waits there, for the eye and for who hears the page. */
  readonly count?: { readonly shown: string; readonly said: string }
}

/** The head of every page: the name, where one can go, and what is set for this person. */
export function Masthead(props: { home: string; menuLabel: string; menu: readonly MenuItem[]; children?: ReactNode }) {
  return (
    <header className="masthead">
      <div className="inner">
        <a className="brand" href={props.home}>
          <Logo />
        </a>
        {props.menu.length > 0 && (
          <nav aria-label={props.menuLabel}>
            <ul>
              {props.menu.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                    {item.count && (
                      <>
                        {' '}
                        <span className="waiting" aria-hidden="true">
                          {item.count.shown}
                        </span>
                        <span className="visually-hidden">({item.count.said})</span>
                      </>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {props.children && <div className="tools">{props.children}</div>}
      </div>
    </header>
  )
}

/** A small form of one button that sets one thing and comes back. */
export function Tool(props: {
  action: string
  name: string
  value: string
  back: string
  label: string
  lang?: string
  children?: ReactNode
}) {
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="back" value={props.back} />
      <button
        type="submit"
        className="tool"
        name={props.name}
        value={props.value}
        lang={props.lang}
        {...(props.children && { 'aria-label': props.label, title: props.label })}
      >
        {props.children ?? props.label}
      </button>
    </form>
  )
}

/** A small form that chooses one of several things. It is sent by its button, so that it works without JavaScript. */
export function Picker(props: {
  action: string
  name: string
  value: string
  label: string
  submit: string
  options: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <form method="post" action={props.action} className="picker">
      <select key={props.value} name={props.name} defaultValue={props.value} aria-label={props.label} className="tool">
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className="tool">
        {props.submit}
      </button>
    </form>
  )
}
