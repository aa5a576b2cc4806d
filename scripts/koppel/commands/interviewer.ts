import { interviewerAccounts } from '../../../app/identity/interviewers'
import type { StudyDb } from '../../../app/platform/database'
import type { Occasion, StudyRef } from '../../../app/platform/occasion'
import { QUALIFICATION_KINDS, readQualification } from '../../../app/protocol/qualifications'
import { todayOf } from '../../../app/records/clock'
import { addInterviewer } from '../../../app/records/interviewers/interviewer'
import { listedInterviewers, unknownCodes } from '../../../app/records/interviewers/list'
import { obtain, qualifiedOn } from '../../../app/records/interviewers/qualifications'
import { dayOption, UsageError } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { withStudy } from '../session'
import { refusalAnswer } from '../words'

const occasionIn = async (db: StudyDb, study: StudyRef): Promise<Occasion> => ({
  study,
  actor: 'system',
  today: await todayOf(db, study.id),
})

export const interviewerAdd: Command = {
  words: ['interviewer', 'add'],
  parameters: ['CODE'],
  options: { account: { value: 'EMAIL' }, since: { value: 'DAY' } },
  flags: ['student'],
  about: 'write down who holds interviews, by a code',
  run: (given) => {
    const [code = ''] = given.parameters
    const since = dayOption(given, 'since')
    const email = given.option('account')?.trim().toLowerCase()
    const student = given.flag('student')
    return withStudy(given, async ({ databases: { study: db }, desk, study }) => {
      const occasion = await occasionIn(db, study)
      const accounts = email === undefined ? [] : await interviewerAccounts(desk.vault, study.id)
      const account = accounts.find((one) => one.email === email)
      if (email !== undefined && !account)
        return refusedAnswer('unknown_account', `There is no account of an interviewer ${email}.`)
      const sinceOn = since ?? occasion.today
      const added = await addInterviewer(db, occasion, { code, student, accountHash: account?.hash ?? null, sinceOn })
      if (!added.ok) return refusalAnswer(added.refusal)
      return answer({ study: study.code, code, student, since: sinceOn, tied: account !== undefined })
    })
  },
}

export const interviewerQualify: Command = {
  words: ['interviewer', 'qualify'],
  parameters: ['CODE', 'KIND'],
  options: { on: { value: 'DAY', required: true }, until: { value: 'DAY' } },
  about: `write down what an interviewer has: ${QUALIFICATION_KINDS.join(', ')}`,
  run: (given) => {
    const [code = '', said = ''] = given.parameters
    const kind = readQualification(said)
    if (!kind) throw new UsageError(`KIND is one of: ${QUALIFICATION_KINDS.join(', ')}`)
    const on = dayOption(given, 'on')
    if (!on) throw new UsageError('--on is missing')
    const until = dayOption(given, 'until') ?? null
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const occasion = await occasionIn(db, study)
      const obtained = await obtain(db, occasion, { code, kind, on, until })
      if (!obtained.ok) return refusalAnswer(obtained.refusal)
      const { may, missing, supervisedOnly } = await qualifiedOn(db, study, code, occasion.today)
      return answer({ study: study.code, code, kind, on, until, may, missing, supervised_only: supervisedOnly })
    })
  },
}

export const interviewerList: Command = {
  words: ['interviewer', 'list'],
  about: 'who holds interviews, what they lack, and what they did',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db }, study }) => {
      const occasion = await occasionIn(db, study)
      const interviewers = (await listedInterviewers(db, occasion)).map((one) => ({
        code: one.code,
        student: one.student,
        since: one.sinceOn,
        ended: one.endedOn,
        tied: one.account !== null,
        may: one.standing.may,
        missing: one.standing.missing,
        supervised_only: one.standing.supervisedOnly,
        running_out: one.runningOut,
        interviews: one.interviews,
        planned: one.planned,
      }))
      const unknown = (await unknownCodes(db, study)).map(({ firstOn, ...one }) => ({ ...one, first: firstOn }))
      return answer({ study: study.code, on: occasion.today, interviewers, unknown })
    }),
}
