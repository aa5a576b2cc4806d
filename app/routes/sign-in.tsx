import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { homeOf } from '../access/menu'
import { ownPath } from '../access/pages'
import { words } from '../i18n/catalogue'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../identity/accounts'
import { signIn, WAIT_MINUTES } from '../identity/sign-in'
import { now } from '../platform/clock'
import { Field } from '../ui/field'
import { Heading } from '../ui/heading'
import { Notice } from '../ui/notice'
import { useSpeaking } from '../ui/speaking'
import { readCookie, setCookie } from './gate/cookies'
import { admit } from './gate/enter'
import { formOf, textOf } from './gate/form'
import { visitorOf } from './gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  admit('/sign-in', { request, context })
  const visitor = await visitorOf(request, context)
  const { searchParams } = new URL(request.url)
  // some things ask for a sign-in of just now, also of who is signed in
  if (visitor && !searchParams.has('again')) throw redirect(homeOf(visitor.role))
  const demo = context.environment.mode === 'demo'
  return {
    next: ownPath(searchParams.get('next')) ?? null,
    ended: searchParams.has('ended'),
    demo: demo ? { accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD } : null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  admit('/sign-in', { request, context })
  const form = await formOf(request)
  const email = textOf(form, 'email')
  const former = readCookie(request, 'session')
  const signedIn = await signIn(context.databases.vault, context.keys.address, {
    email,
    password: textOf(form, 'password'),
    address: context.address,
    at: now(),
    ...(former && { former }),
  })
  if (!signedIn.ok) {
    const tooMany = signedIn.refusal.code === 'too_many'
    return data({ email, minutes: tooMany ? WAIT_MINUTES : null }, { status: tooMany ? 429 : 400 })
  }
  const headers = { 'Set-Cookie': setCookie('session', signedIn.value) }
  return redirect(ownPath(textOf(form, 'next')) ?? '/', { headers })
}

export default function SignIn() {
  const { next, ended, demo } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { signIn: w } = words
  return (
    <div className="narrow stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {failed && (
        <Notice tone="late" title={say(w.failed)} urgent>
          {failed.minutes === null ? say(w.wrong) : say(w.tooMany, { minutes: failed.minutes })}
        </Notice>
      )}
      {!failed && ended && <Notice tone="good" title={say(w.ended)} />}
      {!failed && next && (
        <Notice tone="calm" title={say(w.title)}>
          {say(w.again)}
        </Notice>
      )}
      <form method="post" action="/sign-in" className="form panel">
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          name="email"
          type="email"
          label={say(w.email)}
          value={failed?.email ?? ''}
          autoComplete="username"
          required
        />
        <Field name="password" type="password" label={say(w.password)} autoComplete="current-password" required />
        <button type="submit" className="button">
          {say(w.submit)}
        </button>
      </form>
      {demo && <Demo accounts={demo.accounts} password={demo.password} />}
    </div>
  )
}

type DemoAccess = NonNullable<Awaited<ReturnType<typeof loader>>['demo']>

function Demo({ accounts, password }: DemoAccess) {
  const { say } = useSpeaking()
  return (
    <section className="panel">
      <h2>{say(words.signIn.demo)}</h2>
      <p className="soft">{say(words.signIn.demoAbout, { password })}</p>
      <ul className="countdowns">
        {accounts.map(({ email, role }) => (
          <li key={email}>
            <code>{email}</code>
            <span className="small">{say(words.roles[role])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
