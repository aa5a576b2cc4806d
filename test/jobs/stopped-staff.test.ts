import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { coordinatorsOf } from '../../app/identity/staff-mail'
import { planForStaff } from '../../app/records/ledger/plan-staff'
import { no } from '../mail/smtp-peer'
import { must } from '../world'
import { linksIn, openPost, type Post } from './post'

// what was asked by then is overdue, so that there is something to tell
const ASKED = '2012-03-05'
const DAY = '2012-04-17'
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

test('a coordinator whom the server refuses keeps no supervisor waiting', async () => {
  const { study, vault, keys } = post.world.database
  const account = { email: 'a@study.example', name: 'A', role: 'coordinator', language: 'nl' } as const
  must(await createAccount(vault, { ...account, password: 'a long one 12' }, 'x'))
  await post.asked('Aalders', 'Berends', ASKED)
  await post.send(ASKED)
  await post.asked('Cornelis', 'Berends', DAY)
  const [to] = await coordinatorsOf({ db: vault, keys }, post.world.study.id)
  if (!to) throw new Error('nobody coordinates')
  const line = { registrationId: null, wave: 'all', kind: 'digest', round: 0 } as const
  await study.$transaction((tx) => planForStaff(tx, post.world.on(DAY), to, [line]))
  post.refusals.push(no(550, '5.7.1 not allowed'))
  await expect(post.send(DAY)).rejects.toThrow(/5\.7\.1/)
  expect(post.arrived.map(linksIn)).toEqual([1, 1])
  expect(await study.mailEnvelope.findMany({ where: { staffId: { not: null } } })).toMatchObject([
    { state: 'planned', reason: 'stopped' },
  ])
})
