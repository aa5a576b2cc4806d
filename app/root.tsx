import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { homeOf, type MenuEntry, menuFor } from './access/menu'
import { link } from './access/pages'
import type { Role } from './access/roles'
import { scopeOf } from './access/table'
import { words } from './i18n/catalogue'
import type { Language } from './i18n/language'
import { count } from './i18n/numbers'
import type { Say } from './i18n/speak'
import { now } from './platform/clock'
import type { Day } from './protocol/day'
import { clockOf } from './records/clock'
import { here } from './routes/gate/enter'
import { MENU_LABELS } from './routes/gate/menu-labels'
import { pressingHere } from './routes/gate/pressing-here'
import { studyChosen } from './routes/gate/study-chosen'
import { languageOf, type Theme, themeOf, visitorOf } from './routes/gate/visitor'
import { openBreaches } from './routes/privacy/record'
import { mostUrgent } from './routes/privacy/urgent'
import css from './styles/app.css?url'
import { ClockBar } from './ui/clock-bar'
import { Heading } from './ui/heading'
import { ThemeIcon } from './ui/icons'
import { Masthead, Picker, Tool } from './ui/masthead'
import { useNonce } from './ui/nonce'
import { LanguageContext, useSpeaking } from './ui/speaking'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: css },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]
export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** What stands around every page. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Around> {
  // the shell is kept on devices: nothing of a person or a study stands around it
  if (new URL(request.url).pathname === link.talk())
    return { ...NOWHERE, language: await languageOf(request, context), theme: themeOf(request), bare: true }
  const visitor = await visitorOf(request, context)
  const demo = context.environment.mode === 'demo'
  const { study, all } = visitor ? await studyChosen(request, context) : { study: undefined, all: [] }
  const clock = study && demo ? await clockOf(context.databases.study, study.id) : null
  const keepsBreaches = visitor && study && scopeOf(visitor.role, 'keep_breaches') !== undefined
  const urgent = keepsBreaches ? mostUrgent(await openBreaches(context.vault, study.id, now())) : null
  return {
    bare: false,
    pressing: visitor && study ? await pressingHere(context, visitor, study) : null,
    urgent: urgent && { n: urgent.n, ms: urgent.ms },
    language: await languageOf(request, context),
    theme: themeOf(request),
    demo,
    here: here(request),
    requestId: context.requestId,
    account: visitor && { name: visitor.name, role: visitor.role, home: homeOf(visitor.role) },
    study: study?.id ?? '',
    studies: all.length > 1 ? all.map(({ id, code }) => ({ id, code })) : [],
    menu: visitor ? menuFor(visitor.role, demo) : [],
    clock: clock && { today: clock.today, target: clock.target },
    mayMoveClock: visitor !== null && scopeOf(visitor.role, 'move_demo_clock') !== undefined,
  }
}

/** What a page is shown with. */
type Around = {
  /** Only the name of the system stands above it. */
  readonly bare: boolean
  /** How much work is due or overdue for whoever looks; null for who has none of it, whatever there is. */
  readonly pressing: { readonly n: number; readonly more: boolean } | null
  readonly urgent: { readonly n: number; readonly ms: number } | null
  readonly language: Language
  readonly theme: Theme
  readonly demo: boolean
  readonly here: string
  readonly requestId: string
  readonly account: { readonly name: string; readonly role: Role; readonly home: string } | null
  readonly study: string
  readonly studies: readonly { readonly id: string; readonly code: string }[]
  readonly menu: readonly MenuEntry[]
  readonly clock: { readonly today: Day; readonly target: Day } | null
  readonly mayMoveClock: boolean
}
const NOWHERE: Around = {
  bare: false,
  pressing: null,
  urgent: null,
  language: 'nl',
  theme: 'system',
  demo: false,
  here: '/',
  requestId: '',
  account: null,
  study: '',
  studies: [],
  menu: [],
  clock: null,
  mayMoveClock: false,
}
const useAround = (): Around => useRouteLoaderData<typeof loader>('root') ?? NOWHERE

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const around = useAround()
  const waits = useMatches().some(({ data }) => (data as { moves?: boolean } | undefined)?.moves === true)
  const moving = around.clock && around.clock.target !== around.clock.today
  return (
    <html lang={around.language} data-theme={around.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {moving && <meta httpEquiv="refresh" content="2" />}
        {waits && (
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
        )}
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageContext.Provider value={around.language}>
          <Page around={around}>{children}</Page>
        </LanguageContext.Provider>
        <Scripts {...(nonce && { nonce })} />
      </body>
    </html>
  )
}

function Page({ around, children }: { around: Around; children: ReactNode }) {
  const { say } = useSpeaking()
  // these buttons leave the page, and what was typed there: a form that brings its own goes without
  const typing = useMatches().some(({ data }) => (data as { typing?: boolean } | undefined)?.typing === true)
  // a client looks at the screen: the question, and nothing around it
  const alone = useMatches().some(({ data }) => (data as { alone?: boolean } | undefined)?.alone === true)
  return (
    <div className="page">
      <a className="skip" href="#main">
        {say(words.shell.skip)}
      </a>
      {!alone && <Top around={around} typing={typing} say={say} />}
      {!alone && around.clock && <Clock around={around} say={say} clock={around.clock} />}
      <main id="main" tabIndex={-1}>
        <div className="inner">{children}</div>
      </main>
      <footer className="colophon">
        <div className="inner">
          {around.demo && <span>{say(words.shell.demo)}</span>}
          {!alone && <a href={link.components()}>{say(words.shell.components)}</a>}
        </div>
      </footer>
    </div>
  )
}

/** How much presses, for the eye and for who hears the page. */
function counted(pressing: NonNullable<Around['pressing']>, language: Language, say: Say) {
  const shown = count(language, pressing.n) + (pressing.more ? '+' : '')
  return { shown, said: say(words.shell.pressing, { shown, n: pressing.n }) }
}
const NEXT_THEME = { system: 'dark', dark: 'light', light: 'system' } as const

function Top({ around, typing, say }: { around: Around; typing: boolean; say: Say }) {
  const { account, here: back, language, theme, study, studies, urgent, pressing } = around
  if (around.bare) return <Masthead home={link.talk()} menuLabel={say(words.shell.menu)} menu={[]} />
  const menu = around.menu.map((href) => ({
    href,
    label: say(MENU_LABELS[href]) + (href === '/privacy' && urgent ? ` (${say(words.breaches.menu, urgent)})` : ''),
    ...(href === '/today' && pressing && pressing.n > 0 && { count: counted(pressing, language, say) }),
    current: back === href || back.startsWith(`${href}/`) || back.startsWith(`${href}?`),
  }))
  const next = NEXT_THEME[theme]
  return (
    <Masthead home={account?.home ?? link.home()} menuLabel={say(words.shell.menu)} menu={menu}>
      {studies.length > 0 && (
        <Picker
          action="/study"
          name="study"
          value={study}
          label={say(words.shell.study)}
          submit={say(words.shell.studySubmit)}
          options={studies.map(({ id, code }) => ({ value: id, label: code }))}
        />
      )}
      {!typing && (
        <>
          <Tool action="/theme" name="theme" value={next} back={back} label={say(words.shell.theme, { next })}>
            <ThemeIcon theme={next} />
          </Tool>
          {language === 'nl' ? (
            <Tool action="/language" name="language" value="en" back={back} label="English" lang="en" />
          ) : (
            <Tool action="/language" name="language" value="nl" back={back} label="Nederlands" lang="nl" />
          )}
        </>
      )}
      {account && (
        <>
          <span className="who">
            {account.name}, {say(words.roles[account.role])}
          </span>
          <Tool action="/sign-out" name="sign-out" value="now" back="/" label={say(words.shell.signOut)} />
        </>
      )}
    </Masthead>
  )
}

function Clock({ around, clock, say }: { around: Around; clock: NonNullable<Around['clock']>; say: Say }) {
  return (
    <ClockBar
      now={say(words.shell.clockNow, { today: clock.today })}
      moving={clock.target === clock.today ? null : say(words.shell.clockMoving, { target: clock.target })}
      action={around.mayMoveClock ? '/clock' : null}
      back={around.here}
      stepsLabel={say(words.shell.clock)}
      steps={[
        { value: 'day', label: say(words.shell.clockDay) },
        { value: 'week', label: say(words.shell.clockWeek) },
        { value: 'month', label: say(words.shell.clockMonth) },
      ]}
    />
  )
}

export default function App() {
  return <Outlet />
}

/** Every page that could not be shown ends here: missing and forbidden alike, or broken, with the number of the log line. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { say } = useSpeaking()
  const { requestId } = useAround()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { faults } = words
  const [title, about] =
    status === 404
      ? [faults.notFound, faults.notFoundAbout]
      : status === 405
        ? [faults.method, faults.notFoundAbout]
        : status === 400
          ? [faults.unreadable, faults.unreadableAbout]
          : [faults.broken, faults.brokenAbout]
  return (
    <>
      <title>{`${say(title)} · Koppel`}</title>
      <Heading title={say(title)} about={say(about)} />
      <div className="stack">
        {status >= 500 && requestId && (
          <p>
            {say(faults.number)} <code>{requestId}</code>
          </p>
        )}
        <p>
          <a className="button" href={link.home()}>
            {say(faults.home)}
          </a>
        </p>
      </div>
    </>
  )
}
