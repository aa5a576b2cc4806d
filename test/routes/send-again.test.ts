import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { startSession } from '../../app/identity/sessions'
import { now } from '../../app/platform/clock'
import { COOKIES } from '../../app/routes/gate/cookies'
import { action } from '../../app/routes/supervisors.$pseudonym/route'
import { openPost, type Post } from '../jobs/post'
import { no } from '../mail/smtp-peer'
import { must } from '../world'

const DAY = '2012-03-05'
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

test('what did not arrive waits for another address, unless the coordinator says that it is to go all the same', async () => {
  const { study, vault, keys } = post.world.database
  const coordinator = { email: 'a@study.example', name: 'A', role: 'coordinator', language: 'nl' } as const
  const accountId = must(await createAccount(vault, { ...coordinator, password: 'a long one 12' }, 'x'))
  const session = await startSession(vault, accountId, now())
  const { supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  post.refusals.push(no(550, '5.2.2 mailbox full'))
  expect(await post.send(DAY)).toMatchObject({ failed: 1 })
  const { pseudonym } = await study.supervisor.findUniqueOrThrow({ where: { id: supervisorId } })
  const press = (again: string) => {
    const request = new Request(`https://koppel.example/supervisors/${pseudonym}`, {
      method: 'POST',
      headers: { Cookie: `${COOKIES.session}=${session}` },
      body: new URLSearchParams({ again }),
    })
    const context = {
      databases: { study, vault },
      vault: { db: vault, keys },
      environment: { mode: 'demo' },
      address: '',
    }
    return action({ request, params: { pseudonym }, context: context as unknown as AppLoadContext })
  }
  expect(await press('again')).toMatchObject({ init: { status: 400 } })
  expect(await study.mailLine.findMany()).toMatchObject([{ state: 'failed', reason: 'unknown_mailbox' }])
  expect(await press('all_the_same')).toMatchObject({ status: 303 })
  expect(await study.mailLine.findMany()).toMatchObject([{ state: 'planned', reason: null }])
})
