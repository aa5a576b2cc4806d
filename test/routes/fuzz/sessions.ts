import { rememberDevice } from '../../../app/identity/devices'
import { startSession } from '../../../app/identity/sessions'
import { vaultIdOf } from '../../../app/identity/tie'
import { now } from '../../../app/platform/clock'
import type { TestDatabase } from '../../database'
import type { Sender } from './shot'

/** The accounts of the demo, each signed in. */
export type Sessions = {
  readonly cookieOf: (sender: Sender) => string
  /** That of a session that may be ended. */
  readonly spareOf: (sender: Sender) => string
  /** Whether an actor of the audit is this sender; the machine itself is everybody's. */
  readonly isActor: (sender: Sender, actor: string) => boolean
}

/** Signs in whoever has an account of the demo. A supervisor has a browser that is known to be theirs: give its token. */
export async function createSessions(vault: TestDatabase['vault'], device?: string): Promise<Sessions> {
  const accounts = new Map((await vault.account.findMany()).map(({ id, role }) => [role as Sender, id]))
  const signedIn = async () => {
    const cookies = new Map<Sender, string>()
    for (const [role, id] of accounts) cookies.set(role, `__Host-koppel=${await startSession(vault, id, now())}`)
    if (device) cookies.set('supervisor', `__Host-koppel-device=${device}`)
    return (sender: Sender) => cookies.get(sender) ?? ''
  }
  return {
    cookieOf: await signedIn(),
    spareOf: await signedIn(),
    isActor: (sender, actor) =>
      actor === 'system' || actor.startsWith('supervisor:') || actor === `account:${accounts.get(sender)}`,
  }
}

/** A token for the browser of the supervisor who was asked about a case. */
export async function knownDevice({ study, vault, keys }: TestDatabase, registrationId: string): Promise<string> {
  const { askedId } = await study.inquiry.findUniqueOrThrow({ where: { registrationId } })
  return rememberDevice(vault, keys, (await vaultIdOf(vault, keys, askedId)) ?? '', now())
}
