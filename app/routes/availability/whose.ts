import type { LoaderFunctionArgs } from '@remix-run/node'
import { interviewersOf } from '../../records/interviewers/interviewer'
import { type Entrance, enter } from '../gate/enter'
import { interviewerBehind } from '../gate/interviewer'

/** Whose days a page is about: an interviewer's own, or those of whom a coordinator chose. */
export type Whose = Entrance & {
  /** Null: nobody was chosen, or the interviewer has no code. */
  readonly code: string | null
  readonly own: boolean
  /** Among whom a coordinator chooses. */
  readonly codes: readonly string[]
}

/** Lets in, and finds whose days: an interviewer never sees another's. `chosen` is the code that was sent. */
export async function whose(call: LoaderFunctionArgs, chosen: string | null): Promise<Whose> {
  const entrance = await enter('/availability', call)
  if (entrance.visitor.role === 'interviewer') {
    const self = await interviewerBehind(call.context, entrance)
    return { ...entrance, code: self?.code ?? null, own: true, codes: [] }
  }
  const all = await interviewersOf(call.context.databases.study, entrance.study)
  const codes = all.filter(({ endedOn }) => endedOn === null).map(({ code }) => code)
  return { ...entrance, code: codes.find((code) => code === chosen) ?? null, own: false, codes }
}
