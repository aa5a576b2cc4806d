import { expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { alarmsOf } from '../../app/records/running/alarms'
import { lookAtWork } from '../../jobs/recompute-work'
import { mailWorld } from './world'

test('work that differs raises an alarm, which the next look without a difference ends', async () => {
  const world = await mailWorld()
  const { study } = world.database
  const desk = world.desk(suppressed)
  const occasion = world.on('2012-08-15')
  const { registrationId } = await world.client('A', 'Prins', '2012-08-15')
  const standing = async () =>
    (await alarmsOf(study, world.study.id, 9)).map(({ kind, amount, endedAt }) => [kind, amount, endedAt === null])
  expect(await lookAtWork(desk, occasion)).toEqual({ workMended: 0 })
  expect(await standing()).toEqual([])
  const day = new Date('2012-08-15')
  const work = { registrationId, studyId: world.study.id, kind: 'interview', wave: 'T1', opensOn: day, dueOn: day }
  await study.work.create({ data: { ...work, fact: 'pair_bound', factOn: day } })
  expect(await lookAtWork(desk, occasion)).toEqual({ workMended: 1 })
  expect(await standing()).toEqual([['work_differs', 1, true]])
  expect(await lookAtWork(desk, occasion)).toEqual({ workMended: 0 })
  expect(await standing()).toEqual([['work_differs', 1, false]])
})

test('where the days are played what differs is mended and raises no alarm', async () => {
  const world = await mailWorld()
  const { study } = world.database
  const occasion = world.on('2012-08-15')
  const { registrationId } = await world.client('A', 'Prins', '2012-08-15')
  const day = new Date('2012-08-15')
  await study.clock.create({ data: { studyId: world.study.id, today: day, target: day } })
  const work = { registrationId, studyId: world.study.id, kind: 'interview', wave: 'T1', opensOn: day, dueOn: day }
  await study.work.create({ data: { ...work, fact: 'pair_bound', factOn: day } })
  expect(await lookAtWork(world.desk(suppressed), occasion)).toEqual({ workMended: 1 })
  expect(await study.work.count({ where: { kind: 'interview' } })).toBe(0)
  expect(await alarmsOf(study, world.study.id, 9)).toEqual([])
})
